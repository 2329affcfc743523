package org.bulbil.sandbox.provider.catalogue;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.bulbil.sandbox.provider.machine.UserData;

/** Whose hardware a server runs on; SporeStack resells and calls this "provider". */
public enum Backend {
  /** Takes user data in base64 and needs a region. */
  VULTR {
    @Override
    public UserData read(String userData) {
      return UserData.base64(userData);
    }
  },
  /** Takes user data as it is and can choose a region by itself. */
  DIGITALOCEAN {
    @Override
    public UserData read(String userData) {
      return UserData.plain(userData);
    }
  };

  /** What a new server of this backend makes of the user data in a launch request. */
  public abstract UserData read(String userData);

  /** The name in requests and replies, such as {@code vultr}. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Backend> named(String slug) {
    return Arrays.stream(values()).filter(backend -> backend.slug().equals(slug)).findFirst();
  }
}
