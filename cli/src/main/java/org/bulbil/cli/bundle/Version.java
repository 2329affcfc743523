package org.bulbil.cli.bundle;

/** Which release this program is; a test holds it to the build's. */
public final class Version {

  public static final String NUMBER = "0.1.0";

  private Version() {}
}
