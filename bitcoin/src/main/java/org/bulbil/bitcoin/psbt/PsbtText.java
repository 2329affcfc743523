package org.bulbil.bitcoin.psbt;

import fr.acinq.bitcoin.Transaction;
import fr.acinq.bitcoin.psbt.ParseFailure;
import fr.acinq.bitcoin.psbt.Psbt;
import fr.acinq.bitcoin.utils.Either;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;
import org.bulbil.core.outcome.Outcome;

/** The two forms in which PSBTs travel: base64, and the bytes of a {@code .psbt} file. */
public final class PsbtText {

  /** Of one file, with the former transactions of some hundred coins. */
  public static final int BYTES_MAX = 32 << 20;

  private static final byte[] MAGIC = {'p', 's', 'b', 't', (byte) 0xff};

  private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]+");

  private PsbtText() {}

  /** Reads either form; refused where it is neither, or broken. */
  public static Outcome<Psbt> read(byte[] file) {
    if (file.length > BYTES_MAX) {
      return Outcome.refused("a PSBT of more than %d bytes is not read".formatted(BYTES_MAX), 0);
    }
    if (Arrays.equals(file, 0, Math.min(MAGIC.length, file.length), MAGIC, 0, MAGIC.length)) {
      return parse(file);
    }
    try {
      var text = new String(file, StandardCharsets.UTF_8).strip();
      return parse(Base64.getMimeDecoder().decode(text));
    } catch (IllegalArgumentException e) {
      return Outcome.refused("it is no PSBT, neither as bytes nor in base64", 0);
    }
  }

  /** The transaction in a PSBT, signed or not, or one in hexadecimal digits. */
  public static Outcome<Transaction> transaction(byte[] file) {
    var text = new String(file, StandardCharsets.UTF_8).strip();
    return HEX.matcher(text).matches() ? hex(text) : read(file).map(psbt -> psbt.global.tx);
  }

  private static Outcome<Transaction> hex(String text) {
    try {
      return Outcome.done(Transaction.read(text));
    } catch (RuntimeException e) {
      return Outcome.refused("it is no transaction: it is cut, or broken", 0);
    }
  }

  private static Outcome<Psbt> parse(byte[] bytes) {
    try {
      return answer(Psbt.read(bytes));
    } catch (RuntimeException e) {
      return Outcome.refused("it is no PSBT: it is cut, or broken (%s)".formatted(e), 0);
    }
  }

  private static Outcome<Psbt> answer(Either<ParseFailure, Psbt> read) {
    var psbt = read.getRight();
    return psbt == null
        ? Outcome.refused("it is no PSBT (BIP174): " + read.getLeft(), 0)
        : Outcome.done(psbt);
  }

  /** The bytes of a {@code .psbt} file. */
  public static byte[] bytes(Psbt psbt) {
    return Psbt.write(psbt).toByteArray();
  }

  public static String base64(Psbt psbt) {
    return Base64.getEncoder().encodeToString(bytes(psbt));
  }
}
