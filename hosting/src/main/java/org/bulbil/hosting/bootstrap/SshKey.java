package org.bulbil.hosting.bootstrap;

import java.util.regex.Pattern;

/**
 * The public half of an SSH key.
 *
 * @param line as in {@code authorized_keys}: {@code ssh-ed25519 AAAA… name}
 */
public record SshKey(String line) {

  private static final Pattern FORM =
      Pattern.compile("(ssh|ecdsa)-[a-z0-9-]{1,40} [A-Za-z0-9+/=]{16,2000}( [ -~]{0,200})?");

  public SshKey {
    if (!FORM.matcher(line).matches()) {
      throw new IllegalArgumentException(
          "an SSH public key must be one line such as 'ssh-ed25519 AAAA… name', as in the file that"
              + " ssh-keygen writes beside the private one");
    }
  }

  @Override
  public String toString() {
    return line;
  }
}
