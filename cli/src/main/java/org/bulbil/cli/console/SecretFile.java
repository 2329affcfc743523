package org.bulbil.cli.console;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/**
 * A secret in two lines, a title and base64, in a file of mode 600 that is never overwritten.
 *
 * @param title its first line, which says what it is a secret of
 * @param maker the command that makes such files, for complaints
 */
public record SecretFile(Path path, String title, String maker) {

  /** Keeps {@code secret}. */
  public void create(byte[] secret) {
    var text = title + "\n" + Base64.getEncoder().encodeToString(secret) + "\n";
    var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (var channel = Files.newByteChannel(path, options, owner)) {
      var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    } catch (FileAlreadyExistsException e) {
      throw new Trouble(path + " is there already and stays as it is; choose another name");
    } catch (IOException e) {
      throw new Trouble("cannot write " + path + ": " + e.getMessage());
    }
  }

  /** The secret. */
  public byte[] read() {
    try {
      var lines = List.of(Files.readString(path).strip().split("\\R", -1));
      if (lines.size() == 2 && lines.getFirst().equals(title)) {
        return Base64.getDecoder().decode(lines.getLast());
      }
    } catch (IOException e) {
      throw new Trouble("cannot read " + path + ": " + e.getMessage());
    } catch (IllegalArgumentException e) {
      throw new Trouble(path + " is damaged: its second line is no base64");
    }
    throw new Trouble(path + " is no key that '" + maker + "' has made");
  }
}
