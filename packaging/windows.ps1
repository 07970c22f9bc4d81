# The bundle and a zip of it, on Windows: powershell -ExecutionPolicy Bypass -File packaging\windows.ps1
$ErrorActionPreference = "Stop"
Set-Location (Join-Path $PSScriptRoot "..")

function Invoke-Step {
    # A native command that fails does not stop PowerShell by itself.
    param([string]$Command, [string[]]$Arguments)
    & $Command @Arguments
    if ($LASTEXITCODE -ne 0) { throw "$Command ended with $LASTEXITCODE" }
}

Invoke-Step py @("dev.py", "setup", "development", "bundle")
Invoke-Step .venv\Scripts\python.exe @("-m", "PyInstaller", "--noconfirm", "packaging\sentencing-guidance.spec")
$version = (Select-String -Path pyproject.toml -Pattern '^version = "(.*)"').Matches[0].Groups[1].Value
Compress-Archive -Force -Path dist\sentencing-guidance -DestinationPath "dist\sentencing-guidance-$version-windows.zip"
