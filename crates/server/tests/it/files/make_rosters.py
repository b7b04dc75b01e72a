#!/usr/bin/env python3
"""Makes the files of the tests `messy_rosters`, `roster_files` and `bad_files` with the programs
people use.

    python3 -m venv venv && venv/bin/pip install openpyxl==3.1.5 python-docx==1.2.0
    venv/bin/python make_rosters.py            # and LibreOffice Calc as `soffice`
    venv/bin/python make_rosters.py hidden     # only the files whose name contains the word

The files are committed, since neither program is needed to run the tests. Everybody in them is
made up: their numbers are valid by form, and no place has the region code they bear.
"""

import csv
import datetime
import pathlib
import subprocess
import sys
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


def written_as_text():
    """Values right, and each written as people and programs write what should stay text."""
    workbook, sheet = sheet_of("清册")
    sheet.append(["姓名", "证件号码", "手机号码", "缴存基数", "单位月缴存额"])
    wang, li, zhang, ouyang, chen, _ = STAFF.items()
    rows = [
        # Numbers as text, a thousands separator.
        [wang[0], wang[1], "19900000001", "6,500.00", "520"],
        # Full-width digits and comma.
        [li[0], full_width(li[1]), full_width("19900000002"), "７，２００．００", full_width("576")],
        # Apostrophes that a program wrote into the cell, and one from an input method.
        [zhang[0], f"'{zhang[1]}", "'19900000003", "’8123.45", "'650"],
        # Spaces behind, no-break and wide ones around, a tab in front.
        [f"{ouyang[0]} ", f"\u00a0{ouyang[1]}\u3000", "\t19900000004", "12000 \u00a0", " 960 "],
        # What pasting from a chat leaves around a number, and inside a name.
        [f"{chen[0][0]}\u200b{chen[0][1]}", f"\u202d{chen[1]}\u202c", "\ufeff19900000005", "9500",
         "760"],
        # The small x of a check character.
        ["周小叉", with_x().lower(), "", "5000", "400"],
        # 15 digits, as issued before 1999: 19880808, sequence 123.
        ["吴老号", "519900880808123", "", "5000", "400"],
    ]
    for row in rows:
        sheet.append(row)
    # The apostrophe as Excel itself keeps it: a property of the cell.
    sheet["B2"].quotePrefix = True
    return workbook


def with_dates():
    """Days stored as numbers, where days belong and where they don't."""
    workbook, sheet = sheet_of("清册")
    sheet.append(["姓名", "证件号码", "入职日期", "缴存基数", "月缴存额合计"])
    wang, li, zhang, *_ = STAFF.items()
    sheet.append([wang[0], wang[1], datetime.date(2019, 7, 1), 6500, 1040])
    # 7200 that somebody formatted as a day: Excel shows 1919-09-17.
    sheet.append([li[0], li[1], 43647, 7200, 1152])
    sheet.append([zhang[0], zhang[1], "2019年7月", 5000, "=1/0"])
    sheet["C3"].number_format = "yyyy-mm-dd"
    sheet["D3"].number_format = "yyyy-mm-dd"
    return workbook


def merged_header():
    """The form that offices print: a header two rows high, of merged cells."""
    workbook, sheet = sheet_of("汇缴清册")
    heading(sheet, 10)
    sheet.append(["序号", "姓名", "证件号码", "缴存基数（元）", "缴存比例", None, "月缴存额（元）", None,
                  None, "备注"])
    sheet.append([None, None, None, None, "单位", "个人", "单位", "个人", "合计", None])
    for column in "ABCDJ":
        sheet.merge_cells(f"{column}3:{column}4")
    sheet.merge_cells("E3:F3")
    sheet.merge_cells("G3:I3")
    for row, (name, number) in enumerate(list(STAFF.items())[:3], 1):
        base = 6000 + row * 100
        each = round(base * 0.08)
        sheet.append([row, name, number, base, RATE, RATE, each, each, 2 * each, None])
    sheet.append(["合计", None, None, 18600, None, None, 1488, 1488, 2976, None])
    return workbook


def partly_hidden():
    """Notes first, the roster second, last month's third; rows, a column and sheets hidden."""
    workbook, notes = sheet_of("填表说明")
    notes.append(["一、姓名与身份证一致；二、缴存基数以元为单位。"])
    roster = workbook.create_sheet("10月")
    roster.append(["姓名", "证件号码", "缴存基数"])
    for name, number in STAFF.items():
        roster.append([name, number, 6000])
    # A filter that somebody forgot, and numbers hidden from those who look over the shoulder.
    roster.auto_filter.ref = "A1:C7"
    roster.row_dimensions[4].hidden = True
    roster.row_dimensions[6].hidden = True
    roster.column_dimensions["B"].hidden = True
    before = workbook.create_sheet("9月")
    before.append(["姓名", "证件号码", "缴存基数"])
    before.append(["旧人", id_number("19600101", 1), 5000])
    for name in ("数据源", "离职人员"):
        hidden = workbook.create_sheet(name)
        hidden.append(["姓名", "证件号码", "缴存基数"])
        hidden.append(["离职人", id_number("19600101", 2), 5000])
        hidden.sheet_state = "hidden"
    return workbook


def only_hidden():
    """What some systems export: an empty sheet to look at, the data hidden behind it."""
    workbook, sheet = sheet_of("Sheet1")
    data = workbook.create_sheet("导出数据")
    data.append(["姓名", "证件号码", "缴存基数"])
    for name, number in list(STAFF.items())[:2]:
        data.append([name, number, 6000])
    data.sheet_state = "hidden"
    return workbook


def plain():
    """What the texts are made of, with a name that GBK can't write."""
    workbook, sheet = sheet_of("清册")
    sheet.append(["姓名", "证件号码", "缴存基数", "单位缴存比例", "部门"])
    wang, li, *_ = STAFF.items()
    sheet.append([wang[0], wang[1], 6500.5, 0.08, "一车间,二班"])
    sheet.append([li[0], li[1], 7200, 0.08, "办公室\n（二楼）"])
    sheet.append(["㑇𠮷", id_number("19930303", 20), "5,000.00", 0.08, '"借调"'])
    for row in (2, 3, 4):
        sheet[f"D{row}"].number_format = "0%"
        sheet[f"C{row}"].number_format = "#,##0.00"
    return workbook


WANTED = sys.argv[1] if len(sys.argv) > 1 else ""


def wanted(name):
    return WANTED in name


def save(workbook, name):
    if wanted(name):
        workbook().save(HERE / name)


def converted(workbook, name, filter, ending, folder=HERE):
    """The same file opened by LibreOffice and saved in another format."""
    with tempfile.TemporaryDirectory() as temporary:
        source = pathlib.Path(temporary) / f"{pathlib.Path(name).stem}.xlsx"
        workbook().save(source)
        subprocess.run(
            ["soffice", "--headless", "--convert-to", f"{ending}:{filter}", "--outdir",
             str(folder), str(source)],
            check=True,
        )


def resaved(workbook, name):
    if wanted(name):
        converted(workbook, name, "Calc MS Excel 2007 XML", "xlsx")


def text_of(workbook, name, separator, charset):
    """Delimited text as LibreOffice writes it: cells as shown, quotes where needed."""
    if wanted(name):
        options = f"{ord(separator)},34,{charset},1,,0,false,true,true"
        converted(workbook, name, f"Text - txt - csv (StarCalc):{options}", "csv")


def unicode_text(workbook, name):
    """What Excel calls Unicode text: UTF-16 with a mark, tabs between the cells."""
    if not wanted(name):
        return
    with tempfile.TemporaryDirectory() as folder:
        filter = f"Text - txt - csv (StarCalc):{ord(TAB)},34,{UTF_8},1,,0,false,true,true"
        converted(workbook, name, filter, "csv", folder)
        text = (pathlib.Path(folder) / f"{pathlib.Path(name).stem}.csv").read_text("utf-8")
    (HERE / name).write_bytes(text.replace("\n", "\r\n").encode("utf-16"))


def csv_of(workbook, name):
    """What a script writes: formulas as they are."""
    if not wanted(name):
        return
    with open(HERE / name, "w", encoding="gbk", newline="") as file:
        csv.writer(file).writerows(workbook().active.iter_rows(values_only=True))


def old_excel(workbook, name):
    """The format of Excel 97 to 2003."""
    if wanted(name):
        converted(workbook, name, "MS Excel 97", "xls")


MACRO = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1"
 script:language="StarBasic">
Sub Make(source As String, target As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  Dim book As Object
  book = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
  book.BasicLibraries.VBACompatibilityMode = True
  If Not book.BasicLibraries.hasByName("Standard") Then
    book.BasicLibraries.createLibrary("Standard")
  End If
  Dim code As String
  code = "Option VBASupport 1" + Chr(10) + "Sub FillIn()" + Chr(10)
  code = code + "  Cells(2, 3).Value = 1" + Chr(10) + "End Sub" + Chr(10)
  book.BasicLibraries.getByName("Standard").insertByName("FillIn", code)
  Dim chosen(0) As New com.sun.star.beans.PropertyValue
  chosen(0).Name = "FilterName"
  chosen(0).Value = "Calc MS Excel 2007 VBA XML"
  book.storeToURL(target, chosen())
  book.close(True)
End Sub
</script:module>
"""


def macro_workbook(workbook, name):
    """A workbook with a macro, saved by a macro of LibreOffice in a profile of its own."""
    if not wanted(name):
        return
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        source = folder / "source.xlsx"
        workbook().save(source)
        office = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}",
                  "--headless", "--norestore"]
        # The first start makes the profile, with an empty Module1.
        subprocess.run([*office, "--terminate_after_init"], check=True)
        (folder / "profile/user/basic/Standard/Module1.xba").write_text(MACRO, "utf-8")
        target = (HERE / name).as_uri()
        subprocess.run(
            [*office, f'macro:///Standard.Module1.Make("{source.as_uri()}","{target}")'],
            check=True,
        )


def letter(name):
    if not wanted(name):
        return
    document = docx.Document()
    document.add_heading(f"{EMPLOYER}关于汇缴住房公积金的函", 1)
    table = document.add_table(rows=1, cols=3)
    for cell, text in zip(table.rows[0].cells, ("姓名", "证件号码", "缴存基数")):
        cell.text = text
    document.save(HERE / name)


# LibreOffice's numbers of the encodings.
UTF_8, GB18030 = 76, 85
TAB = "\t"

save(oddly_written, "oddly_written.xlsx")
resaved(oddly_written, "oddly_written_libreoffice.xlsx")
save(with_formulas, "formulas_uncalculated.xlsx")
resaved(with_formulas, "formulas_libreoffice.xlsx")
resaved(full_of_faults, "full_of_faults_libreoffice.xlsx")
save(written_as_text, "written_as_text.xlsx")
resaved(with_dates, "dates_libreoffice.xlsx")
save(merged_header, "merged_header.xlsx")
resaved(merged_header, "merged_header_libreoffice.xlsx")
save(partly_hidden, "partly_hidden.xlsx")
resaved(partly_hidden, "partly_hidden_libreoffice.xlsx")
save(only_hidden, "only_hidden.xlsx")
macro_workbook(plain, "macros_libreoffice.xlsm")
text_of(plain, "utf8_commas.csv", ",", UTF_8)
text_of(plain, "gb18030_semicolons.csv", ";", GB18030)
unicode_text(plain, "unicode_tabs.txt")
text_of(merged_header, "gb18030_merged_header.csv", ",", GB18030)
csv_of(with_formulas, "gbk_formulas.csv")
old_excel(with_formulas, "roster.xls")
letter("letter.docx")
