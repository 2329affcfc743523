"""Reads lines of ADDRESS,AMOUNT by the code of Electrum's pay-to-many field, on regtest.

usage: electrum_lines.py FILE DECIMALS; prints the script and the satoshis of each line, or
"no PyQt5" where Electrum's window cannot be loaded.
"""
import sys

sys.path.insert(0, "/usr/lib/python3/dist-packages")
from electrum import constants


class Unit:
    def __init__(self, decimals):
        self.decimals = decimals

    def decimal_point(self):
        return self.decimals


def main(file, decimals):
    constants.set_regtest()
    try:
        from electrum.gui.qt.paytoedit import PayToEdit
    except ImportError as e:
        print("no PyQt5:", e)
        return

    class Field:
        parse_address_and_amount = PayToEdit.parse_address_and_amount
        parse_output = PayToEdit.parse_output
        parse_script = PayToEdit.parse_script
        parse_amount = PayToEdit.parse_amount
        parse_address = PayToEdit.parse_address
        amount_edit = Unit(int(decimals))

    field = Field()
    with open(file, encoding="utf-8") as lines:
        for line in lines:
            output = field.parse_address_and_amount(line.rstrip("\n"))
            print(output.scriptpubkey.hex(), output.value)


if __name__ == "__main__":
    main(*sys.argv[1:])
