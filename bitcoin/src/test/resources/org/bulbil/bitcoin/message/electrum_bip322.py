"""Checks a simple BIP322 signature of a P2WPKH address by Electrum's own transactions and keys.

usage: electrum_bip322.py ADDRESS MESSAGE SIGNATURE, on regtest; says "good" or "bad".
"""
import base64
import hashlib
import sys

sys.path.insert(0, "/usr/lib/python3/dist-packages")
from electrum import constants, ecc
from electrum.bitcoin import address_to_script, hash_160, sha256d
from electrum.transaction import (
    PartialTransaction, PartialTxInput, PartialTxOutput, TxOutpoint)


def to_sign(script, message):
    tag = hashlib.sha256(b"BIP0322-signed-message").digest()
    digest = hashlib.sha256(tag + tag + message).digest()
    # to_spend is written by hand: Electrum does not make transactions of such inputs.
    to_spend = (
        bytes(4) + b"\x01" + bytes(32) + b"\xff" * 4 + b"\x22\x00\x20" + digest + bytes(4)
        + b"\x01" + bytes(8) + bytes([len(script)]) + script + bytes(4))
    coin = PartialTxInput(
        prevout=TxOutpoint(txid=sha256d(to_spend)[::-1], out_idx=0), nsequence=0, script_sig=b"")
    coin.witness_utxo = PartialTxOutput(scriptpubkey=script, value=0)
    coin.script_type = "p2wpkh"
    return coin, PartialTransaction.from_io(
        [coin], [PartialTxOutput(scriptpubkey=b"\x6a", value=0)],
        version=0, locktime=0, BIP69_sort=False)


def main(address, message, signature):
    constants.set_regtest()
    script = bytes.fromhex(address_to_script(address))
    stack = base64.b64decode(signature[3:] if signature.startswith("smp") else signature)
    length = stack[1]
    der, key = stack[2:2 + length - 1], stack[2 + length + 1:]
    coin, transaction = to_sign(script, message.encode("utf-8"))
    coin.pubkeys = [key]
    preimage = bytes.fromhex(transaction.serialize_preimage(0))
    compact = ecc.sig_string_from_der_sig(der)
    good = (
        stack[0] == 2 and stack[2 + length - 1] == 1 and script == b"\x00\x14" + hash_160(key)
        and ecc.ECPubkey(key).verify_message_hash(compact, sha256d(preimage)))
    print("good" if good else "bad")


if __name__ == "__main__":
    main(*sys.argv[1:])
