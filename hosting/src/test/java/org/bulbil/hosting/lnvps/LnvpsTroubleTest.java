package org.bulbil.hosting.lnvps;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.bulbil.core.lease.LeaseId;
import org.bulbil.core.testing.SimulatedTime;
import org.bulbil.hosting.CreditToken;
import org.bulbil.hosting.InvoiceId;
import org.bulbil.hosting.Provider;
import org.bulbil.hosting.bootstrap.SshKey;
import org.bulbil.hosting.testing.TroubleContract;
import org.bulbil.wire.Http;

/** Whatever LNVPS answers, the client knows what it is and tells no secret. */
class LnvpsTroubleTest extends TroubleContract {

  private static final SshAccess SSH =
      new SshAccess(
          "/nowhere/ssh",
          Path.of("/nowhere/key"),
          new SshKey("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5 me"),
          Duration.ofSeconds(9));

  @Override
  protected Provider client(Http http, URI base) {
    var settings = LnvpsSettings.of(base).withSsh(SSH);
    return new Lnvps(http, settings, new SimulatedTime(), new Random(5));
  }

  @Override
  protected CreditToken token() {
    return new CreditToken("1234567890abcdef".repeat(4) + "-77");
  }

  @Override
  protected LeaseId lease() {
    return new LeaseId("77");
  }

  @Override
  protected InvoiceId bill() {
    return new InvoiceId("a1b2-500-5000");
  }

  @Override
  protected Set<String> answeredAlone() {
    return Set.of("mint", "credit", "top up", "messages");
  }

  @Override
  protected Set<String> heedless() {
    return Set.of("start");
  }

  @Override
  protected List<String> samples() {
    return List.of(
        "{\"data\": {\"base\": \"BTC\", \"rates\": {\"USD\": 100000, \"EUR\": 80000}, \"id\": 77,"
            + " \"created\": \"2026-01-01T00:00:00Z\", \"expires\": \"2026-02-01T00:00:00Z\","
            + " \"template\": {\"name\": \"a\", \"region\": {\"name\": \"b\"}},"
            + " \"status\": {\"state\": \"running\"}, \"ssh_key\": {\"id\": 1, \"name\": \"relay1\"},"
            + " \"ip_assignments\": [{\"ip\": \"127.0.0.1/8\"}]}}",
        "{\"data\": {\"id\": \"a1b2\", \"amount\": 5000000, \"currency\": \"BTC\","
            + " \"is_paid\": false, \"created\": \"2026-01-01T00:00:00Z\","
            + " \"expires\": \"2026-01-01T01:00:00Z\","
            + " \"data\": {\"onchain\": {\"address\": \"bc1qar0srrr7xfkvy5l643\"}}}}",
        "{\"data\": [{\"id\": 1, \"distribution\": \"debian\", \"version\": \"12\","
            + " \"name\": \"relay1\", \"amount\": 1, \"currency\": \"BTC\"}]}",
        "{\"data\": {\"templates\": [{\"id\": 1, \"name\": \"a\", \"cpu\": 1, \"memory\": 1073741824,"
            + " \"disk_size\": 1, \"cost_plan\": {\"amount\": 500, \"currency\": \"EUR\","
            + " \"interval_amount\": 1, \"interval_type\": \"month\"}, \"region\": {\"name\":"
            + " \"b\"}}], \"base\": \"BTC\", \"rates\": {\"USD\": 1, \"EUR\": 1}}}");
  }
}
