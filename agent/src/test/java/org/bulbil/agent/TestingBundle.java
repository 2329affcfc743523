package org.bulbil.agent;

import java.net.URI;
import java.util.List;
import org.bulbil.agent.settings.BundleSettings;
import org.bulbil.hosting.bootstrap.Bundle;
import org.bulbil.hosting.bootstrap.BundleHash;

/** A program that nobody runs, for settings that need one. */
public final class TestingBundle {

  public static final BundleSettings SETTINGS =
      new BundleSettings(
          new Bundle(new BundleHash("a1".repeat(32)), 30_000_000),
          List.of(URI.create("http://127.0.0.1:9/bundle")));

  private TestingBundle() {}
}
