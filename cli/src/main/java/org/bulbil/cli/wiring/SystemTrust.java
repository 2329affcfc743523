package org.bulbil.cli.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * The certificate authorities that the operating system trusts and keeps up to date, in the place
 * of a list that would grow old in the bundle.
 */
final class SystemTrust {

  /** Where Debian and Ubuntu keep them all, as PEM. */
  private static final Path BUNDLE = Path.of("/etc/ssl/certs/ca-certificates.crt");

  private SystemTrust() {}

  /**
   * From now on https connections of this program trust them. Where the system has no list, the
   * runtime's own counts, which in a bundle is empty.
   */
  static void use() {
    if (Files.isReadable(BUNDLE)) {
      try {
        SSLContext.setDefault(context(BUNDLE));
      } catch (IOException | GeneralSecurityException e) {
        throw new IllegalStateException("the authorities in " + BUNDLE + " cannot be read", e);
      }
    }
  }

  static SSLContext context(Path pem) throws IOException, GeneralSecurityException {
    var store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    int number = 0;
    for (var authority : read(pem)) {
      store.setCertificateEntry("authority" + number++, authority);
    }
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    var context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  private static Collection<? extends Certificate> read(Path pem)
      throws IOException, GeneralSecurityException {
    try (var in = Files.newInputStream(pem)) {
      return CertificateFactory.getInstance("X.509").generateCertificates(in);
    }
  }
}
