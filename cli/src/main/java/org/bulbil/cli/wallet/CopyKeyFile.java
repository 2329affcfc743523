package org.bulbil.cli.wallet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.bulbil.cli.console.Trouble;
import org.bulbil.tor.seal.ReaderKey;

/** The secret that opens sealed copies: two lines in a file of mode 600, never overwritten. */
record CopyKeyFile(Path path) {

  private static final String TITLE = "bulbil secret key for wallet copies 1";
  private static final int SECRET_BYTES = 32;

  /**
   * Draws a secret and keeps it.
   *
   * @param random one that nobody can guess
   */
  ReaderKey create(RandomGenerator random) {
    var secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    var text = TITLE + "\n" + Base64.getEncoder().encodeToString(secret) + "\n";
    var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (var channel = Files.newByteChannel(path, options, owner)) {
      var bytes = java.nio.ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    } catch (FileAlreadyExistsException e) {
      throw new Trouble(path + " is there already and stays as it is; choose another name");
    } catch (IOException e) {
      throw new Trouble("cannot write " + path + ": " + e.getMessage());
    }
    return ReaderKey.of(secret);
  }

  /** The secret. */
  byte[] read() {
    try {
      var lines = List.of(Files.readString(path).strip().split("\\R", -1));
      if (lines.size() == 2 && lines.getFirst().equals(TITLE)) {
        return Base64.getDecoder().decode(lines.getLast());
      }
    } catch (IOException e) {
      throw new Trouble("cannot read " + path + ": " + e.getMessage());
    } catch (IllegalArgumentException e) {
      throw new Trouble(path + " is damaged: its second line is no base64");
    }
    throw new Trouble(path + " is no key that 'bulbil wallet key' has made");
  }
}
