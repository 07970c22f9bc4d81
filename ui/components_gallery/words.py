"""What the sheet says in Arabic."""

from typing import Final

from ui import theme

_ARABIC: Final = {
    "Components": "العناصر",
    "Save PDF": "حفظ PDF",
    "Word": "مستند Word",
    "Add evidence": "إضافة دليل",
    "Open the source": "فتح المصدر",
    "Established": "ثابت",
    "Alleged": "مدّعى به",
    "Disputed": "متنازع فيه",
    "Considered": "نُظر فيه",
    "Not raised": "لم يُثَر",
    "Open": "مفتوح",
    "Date of offence": "تاريخ الجرم",
    "Date of sentence": "تاريخ الحكم",
    "Reference": "المرجع",
    "Reasons": "الأسباب",
    "This is before the offence. Give a day from 14 Mar 2026 on.": "هذا قبل الجرم. اكتب يومًا من 14 مارس 2026 فصاعدًا.",
    "Number of persons": "عدد الأشخاص",
    "Disputed, 32 or 24. Proved: 30–37": "متنازع فيه، 32 أو 24. إن ثبت: 30 إلى 37",
    "W-03 may leave on 2 Dec 2026": "قد يغادر الشاهد W-03 في 2 ديسمبر 2026",
    "Take the evidence before that day": "تُسمع شهادته قبل ذلك اليوم",
    "Persons": "الأشخاص",
    "Risk of death": "خطر الموت",
    "Acceptance": "الإقرار بالمسؤولية",
    "Case": "القضية",
    "Threshold": "الشروط الأولية",
    "Aggravating": "التشديد",
    "Mitigating": "التخفيف",
    "Cooperation": "التعاون",
    "Record": "السوابق",
    "120 months, statutory maximum": "120 شهرًا، الحد الأقصى القانوني",
    "None": "لا شيء",
    "Bodily injury": "إصابة جسدية",
    "Serious bodily injury": "إصابة جسدية بالغة",
}


def t(text: str) -> str:
    """A text of the sheet in the direction of the look; English where no Arabic is given."""
    return _ARABIC.get(text, text) if theme.is_rtl() else text
