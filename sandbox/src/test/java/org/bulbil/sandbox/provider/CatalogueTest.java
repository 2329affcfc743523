package org.bulbil.sandbox.provider;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is on offer. */
class CatalogueTest {

  private final Shop shop = new Shop();

  @AfterEach
  void close() {
    shop.close();
  }

  /** The fourteen regions of 2017, under Vultr's slugs. */
  @Test
  void regions() {
    var regions = shop.customer.get("/slugs/regions").list();
    assertThat(regions)
        .extracting("slug")
        .containsExactly(
            "ewr", "ord", "dfw", "sea", "lax", "atl", "ams", "lhr", "fra", "sjc", "syd", "cdg",
            "nrt", "mia");
    assertThat(regions).extracting("provider").containsOnly("vultr");
    assertThat(regions.getFirst()).containsEntry("name", "New Jersey");
  }

  /** One flavor has no IPv4: it is the cheapest, and must be told by its ipv4 field. */
  @Test
  void flavors() {
    var flavors = shop.customer.get("/slugs/flavors?provider=vultr").list();
    assertThat(flavors).extracting("price").containsExactly(16L, 22L, 38L, 64L);
    assertThat(flavors).extracting("ipv4").containsExactly("", "/32", "/32", "/32");
    assertThat(flavors.get(2))
        .containsEntry("memory", 1024L)
        .containsEntry("disk", 25L)
        .containsEntry("bandwidth_per_month", 1L);
  }

  /** Another provider's catalogue is empty; one that nobody knows is malformed. */
  @Test
  void providersAreTold() {
    assertThat(shop.customer.get("/slugs/flavors?provider=digitalocean").list()).isEmpty();
    assertThat(shop.customer.get("/slugs/os?provider=vultr").list()).hasSize(2);
    assertThat(shop.customer.get("/slugs/os?provider=acme").status()).isEqualTo(422);
  }

  /** A quote is the flavor's price times the days. */
  @Test
  void quotes() {
    var quote = shop.customer.get("/server/quote?flavor=vc2-1c-1gb&days=28&provider=vultr");
    assertThat(quote.number("cents")).isEqualTo(38 * 28);
    assertThat(quote.text("usd")).isEqualTo("$10.64");
    assertThat(shop.customer.get("/server/quote?flavor=vc2-1c-1gb&days=91").status())
        .isEqualTo(422);
    assertThat(shop.customer.get("/server/quote?flavor=big&days=1&provider=vultr").detail())
        .contains("big");
    assertThat(shop.customer.get("/server/quote").detail()).contains("flavor").contains("days");
  }

  /** The provider's own words are Markdown. */
  @Test
  void texts() {
    assertThat(shop.customer.get("/aup").type()).startsWith("text/markdown");
    assertThat(shop.customer.get("/aup").body()).contains("Tor relays");
    assertThat(shop.customer.get("/changelog").body()).startsWith("# ");
  }

  /** What is not there is 404; what is there under another method is 405. */
  @Test
  void unknownCalls() {
    assertThat(shop.customer.get("/flavors").status()).isEqualTo(404);
    assertThat(shop.customer.get("/").status()).isEqualTo(404);
    assertThat(shop.customer.post("/slugs/flavors").status()).isEqualTo(405);
    assertThat(shop.customer.get("/flavors").object()).containsEntry("detail", "Not Found");
  }
}
