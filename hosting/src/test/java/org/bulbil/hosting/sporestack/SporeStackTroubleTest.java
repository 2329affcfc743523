package org.bulbil.hosting.sporestack;

import java.net.URI;
import java.util.List;
import java.util.Set;
import org.bulbil.core.lease.LeaseId;
import org.bulbil.hosting.CreditToken;
import org.bulbil.hosting.InvoiceId;
import org.bulbil.hosting.Provider;
import org.bulbil.hosting.testing.TroubleContract;
import org.bulbil.wire.Http;

/** Whatever SporeStack answers, the client knows what it is and tells no secret. */
class SporeStackTroubleTest extends TroubleContract {

  @Override
  protected Provider client(Http http, URI base) {
    return new SporeStack(http, SporeStackSettings.vultr(base));
  }

  @Override
  protected CreditToken token() {
    return new CreditToken("ss_t_0sekret0sekret0sekret0sekre");
  }

  @Override
  protected LeaseId lease() {
    return new LeaseId("ss_m_1mashine1mashine1mashine1mash");
  }

  @Override
  protected InvoiceId bill() {
    return new InvoiceId("i1");
  }

  @Override
  protected Set<String> answeredAlone() {
    return Set.of("install");
  }

  @Override
  protected Set<String> heedless() {
    return Set.of("top up", "start");
  }

  @Override
  protected List<String> samples() {
    return List.of(
        "{\"invoice\": {\"id\": \"i1\", \"payment_uri\": \"bitcoin:bc1qar0srrr7xfkvy5?amount=0.1\","
            + " \"amount\": 500, \"created\": 1, \"expires\": 2}, \"cents\": 5,"
            + " \"machine_id\": \"ss_m_1\", \"servers\": []}",
        "[{\"slug\": \"a\", \"provider\": \"vultr\", \"message\": \"m\","
            + " \"sent_at\": \"2026-01-01T00:00:00Z\"}]");
  }
}
