#!/usr/bin/env python3
"""Makes the files of the tests `messy_rosters` and `bad_files` with the programs people use.

    python3 -m venv venv && venv/bin/pip install openpyxl==3.1.5 python-docx==1.2.0
    venv/bin/python make_rosters.py            # and LibreOffice Calc as `soffice`

The files are committed, since neither program is needed to run the tests. Everybody in them is
made up: their numbers are valid by form, and no place has the region code they bear.
"""

import datetime
import pathlib
import subprocess
import tempfile

import docx
import openpyxl
from openpyxl.styles import Alignment, Font

HERE = pathlib.Path(__file__).parent
REGION = "519900"
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
RATE = "8%"
EMPLOYER = "安居市晴川设备有限公司"


def id_number(birth, sequence):
    """A number by GB 11643: region, birth date, sequence, check character."""
    body = f"{REGION}{birth}{sequence:03}"
    total = sum(int(digit) * weight for digit, weight in zip(body, WEIGHTS))
    return body + "10X98765432"[total % 11]


def full_width(text):
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text)


# The first six are the staff of the employer; `messy_rosters.rs` knows them by these names.
STAFF = {
    "王安": id_number("19900101", 1),
    "李居": id_number("19880215", 12),
    "张文敏": id_number("19950630", 3),
    "欧阳慧": id_number("19791111", 14),
    "陈晨": id_number("20000229", 5),
    "买买提·艾力": id_number("19851231", 7),
}


def with_x():
    """Somebody whose check character is X."""
    return next(n for n in (id_number("19920808", s) for s in range(1, 999)) if n.endswith("X"))


def sheet_of(title):
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    sheet.title = title
    return workbook, sheet


def heading(sheet, columns):
    """A merged title and a note above the header, as offices make them."""
    last = openpyxl.utils.get_column_letter(columns)
    sheet.merge_cells(f"A1:{last}1")
    sheet["A1"] = f"{EMPLOYER}住房公积金汇缴清册"
    sheet["A1"].font = Font(size=18, bold=True)
    sheet["A1"].alignment = Alignment(horizontal="center")
    sheet.merge_cells(f"A2:{last}2")
    sheet["A2"] = "单位（盖章）：　　　　　　　　填报年月：2026年10月　　　　单位：元"


def oddly_written():
    """Everything right, and nothing written as the template would have it."""
    workbook, sheet = sheet_of("10月清册")
    hidden = workbook.create_sheet("数据源（勿删）", 0)
    hidden.append(["姓名", "证件号码", "缴存基数"])
    hidden.append(["旧人", id_number("19600101", 1), 5000])
    hidden.sheet_state = "hidden"
    workbook.active = 1
    heading(sheet, 12)
    sheet.append([])
    sheet.append([
        "序号", "部门", "缴存基数（元）", "身 份 证 号 码＊", "入职日期", "职工\n姓名",
        "【手机号】", "单位缴存比例", "个人缴存比例", "单位月缴存额", "个人月缴存额", "合　计",
    ])
    numbers = list(STAFF.values())
    names = list(STAFF)
    hired = datetime.date(2019, 7, 1)
    rows = [
        # Amounts as text with separators and units.
        [1, "办公室", "6,500.00元", numbers[0], hired, names[0], "19900000001", RATE, RATE,
         "520.00", "¥520.00", "1,040元"],
        # Full-width digits.
        ["２", "办公室", full_width("7200"), full_width(numbers[1]), "2020年3月", names[1],
         full_width("19900000002"), full_width("8%"), "８％", full_width("576"), 576, 1152],
        None,
        # Numbers, a rate as the fraction that Excel shows as percent, a phone number as a number.
        [3, "车间", 8123.45, f"  {numbers[2]} ", hired, f" {names[2]} ", 19900000003, 0.08, 0.08,
         650, 650, 1300],
        # A rate as the bare number of percent; no amounts at all.
        [4, "车间", 12000, numbers[3], None, names[3], None, 8, "8", None, None, None],
        None,
        None,
        # 万元 written out, a full-width comma.
        [5, "车间", "0.95万元", numbers[4], hired, names[4], "199-0000-0005", None, None,
         "760", "760", "１，５２０"],
        # A small x, a name with a dot of another kind.
        [6, "销售", "3000", with_x().lower(), hired, "买买提•艾力", "", "", "", 240, 240, 480],
    ]
    for row in rows:
        sheet.append(row or [])
    for cell in ("H8", "I8"):
        sheet[cell].number_format = "0%"
    sheet.append(["合计", None, "46323.45", None, None, None, None, None, None, 3706, 3706, 7412])
    sheet.append([])
    sheet.append(["制表人：李敏", None, None, "审核人：陈立", None, None, "制表日期：2026年10月12日"])
    return workbook


def with_formulas():
    """Amounts calculated by formulas. openpyxl doesn't calculate them: no results in the file."""
    workbook, sheet = sheet_of("清册")
    sheet.append(["姓名", "证件号码", "缴存基数", "单位月缴存额", "个人月缴存额", "月缴存额合计"])
    for row, (name, number) in enumerate(list(STAFF.items())[:3], 2):
        sheet.append([name, number, 6000 + row / 10, f"=ROUND(C{row}*8%,0)", f"=D{row}",
                      f"=SUM(D{row}:E{row})"])
    # Prepared rows that nobody filled in, and the totals.
    for row in (5, 6):
        sheet.append([None, None, None, f"=ROUND(C{row}*8%,0)", f"=D{row}", f"=D{row}+E{row}"])
    sheet.append(["合计", None, "=SUM(C2:C6)", "=SUM(D2:D6)", "=SUM(E2:E6)", "=SUM(F2:F6)"])
    return workbook


def full_of_faults():
    """A fault a row, each with its own finding; the last row is right."""
    workbook, sheet = sheet_of("清册")
    heading(sheet, 9)
    sheet.append([
        "姓名", "证件类型", "证件号码", "缴存基数", "单位缴存比例", "个人缴存比例",
        "单位月缴存额", "个人月缴存额", "手机号码",
    ])
    wang, li, zhang, ouyang, chen, _ = STAFF.items()
    wrong_check = li[1][:-1] + ("0" if li[1][-1] != "0" else "1")
    new = [id_number("19930303", sequence) for sequence in range(20, 60)]
    rows = [
        ["赵数字", None, int(new[0]), 5000],   # 4
        ["钱校验", None, wrong_check, 5000],                                        # 5
        ["孙短号", None, "5199001993", 5000],                                       # 6
        ["周生日", None, "519900199302300015", 5000],                               # 7
        [wang[0], None, wang[1], 6500],                                             # 8
        [wang[0], "居民身份证", wang[1].lower(), 6500],                             # 9
        ["李改名", None, li[1], 7200],                                              # 10
        ["吴低基", None, new[2], "2,179.99"],                                       # 11
        ["郑高基", None, new[3], 28692.01],                                         # 12
        ["冯高比", None, new[4], 5000, "13%", "13%"],                               # 13
        ["陈另比", None, new[5], 5000, 0.1, "８％"],                                # 14
        [zhang[0], None, zhang[1], 8123.45, RATE, RATE, 649.88, 650],               # 15
        ["卫无基", None, new[6], None],                                             # 16
        ["蒋乱基", None, new[7], "五千"],                                           # 17
        [None, None, new[8], 5000],                                                 # 18
        ["沈证件", "户口本", new[9], 5000],                                         # 19
        ["韩手机", None, new[10], 5000, None, None, None, None, "12345"],           # 20
        ["杨多错", None, new[11][:-1] + "A", 100, "4%", "abc", "x", None, "1"],     # 21
        [ouyang[0], None, ouyang[1], 12500],                                        # 22: a raise
        ["在别处", None, new[12], 5000],                                            # 23
        [chen[0], None, chen[1], 9500, RATE, RATE, 760, 760],                       # 24: right
        ["新来人", "护照", "E12345678", 5000, None, None, 400, 400],                # 25: right
    ]
    for row in rows:
        sheet.append(row)
    return workbook


def save(workbook, name):
    workbook.save(HERE / name)


def resaved(workbook, name):
    """The same file opened and saved by LibreOffice."""
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder) / name
        workbook.save(source)
        subprocess.run(
            ["soffice", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML",
             "--outdir", str(HERE), str(source)],
            check=True,
        )


def csv_of(workbook, name):
    sheet = workbook.active
    lines = [",".join("" if cell is None else str(cell) for cell in row)
             for row in sheet.iter_rows(values_only=True)]
    (HERE / name).write_text("\r\n".join(lines) + "\r\n", encoding="gbk")


def old_excel(workbook, name):
    """The format of Excel 97 to 2003."""
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder) / name.replace(".xls", ".xlsx")
        workbook.save(source)
        subprocess.run(
            ["soffice", "--headless", "--convert-to", "xls:MS Excel 97", "--outdir", str(HERE),
             str(source)],
            check=True,
        )


def letter(name):
    document = docx.Document()
    document.add_heading(f"{EMPLOYER}关于汇缴住房公积金的函", 1)
    table = document.add_table(rows=1, cols=3)
    for cell, text in zip(table.rows[0].cells, ("姓名", "证件号码", "缴存基数")):
        cell.text = text
    document.save(HERE / name)


save(oddly_written(), "oddly_written.xlsx")
resaved(oddly_written(), "oddly_written_libreoffice.xlsx")
save(with_formulas(), "formulas_uncalculated.xlsx")
resaved(with_formulas(), "formulas_libreoffice.xlsx")
resaved(full_of_faults(), "full_of_faults_libreoffice.xlsx")
csv_of(with_formulas(), "roster.csv")
old_excel(with_formulas(), "roster.xls")
letter("letter.docx")
