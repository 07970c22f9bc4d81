@echo off
rem Opens the window from a checkout; a case file may be dropped on it.
py "%~dp0..\..\dev.py" run %*
if errorlevel 1 pause
