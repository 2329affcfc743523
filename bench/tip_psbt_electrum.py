"""Builds and signs a payment with many outputs by Electrum's own wallet, and says how long it took.

usage: tip_psbt_electrum.py OUTPUTS; offline, on regtest, in a folder that is thrown away.
"""
import hashlib
import sys
import tempfile
import time

sys.path.insert(0, "/usr/lib/python3/dist-packages")
from electrum import constants
from electrum.bip32 import BIP32Node
from electrum.segwit_addr import encode_segwit_address
from electrum.simple_config import SimpleConfig
from electrum.transaction import PartialTxInput, PartialTxOutput, TxOutpoint
from electrum.util import create_and_start_event_loop
from electrum.wallet import restore_wallet_from_text

ROUNDS = 5


def once(wallet, count):
    outputs = [
        PartialTxOutput.from_address_and_value(
            encode_segwit_address("bcrt", 0, hashlib.sha256(str(i).encode()).digest()[:20]),
            1000 + i)
        for i in range(count)]
    address = wallet.get_receiving_addresses()[0]
    coin = PartialTxInput(prevout=TxOutpoint(txid=bytes(32 * [1]), out_idx=0), nsequence=0xfffffffd)
    coin.witness_utxo = PartialTxOutput.from_address_and_value(address, 100_000_000)
    coin.block_height = 100
    start = time.monotonic()
    wallet.add_input_info(coin)
    transaction = wallet.make_unsigned_transaction(coins=[coin], outputs=outputs, fee=63_000)
    text = transaction.serialize_as_bytes()
    wallet.sign_transaction(transaction, None)
    assert transaction.is_complete() and len(transaction.outputs()) == count + 1 and text
    return (time.monotonic() - start) * 1000


def main(count):
    constants.set_regtest()
    loop, stopping, thread = create_and_start_event_loop()
    with tempfile.TemporaryDirectory() as folder:
        config = SimpleConfig({"electrum_path": folder, "regtest": True})
        wallet = restore_wallet_from_text(
            BIP32Node.from_rootseed(bytes(16), xtype="p2wpkh").to_xprv(),
            path=None, config=config, gap_limit=2)["wallet"]
        times = [once(wallet, count) for _ in range(ROUNDS)]
    print("electrum  %-22s %6d ms" % ("first, in a new Python", times[0]))
    loop.call_soon_threadsafe(stopping.set_result, 1)
    thread.join(timeout=5)
    print("electrum  %-22s %6d ms" % ("median of %d" % ROUNDS, sorted(times)[ROUNDS // 2]))


if __name__ == "__main__":
    main(int(sys.argv[1]))
