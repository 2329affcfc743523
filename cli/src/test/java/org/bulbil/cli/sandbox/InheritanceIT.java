package org.bulbil.cli.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bulbil.cli.sandbox.Patience.await;
import static org.bulbil.cli.sandbox.Patience.until;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.bulbil.sandbox.provider.book.EndedBy;
import org.bulbil.sandbox.provider.book.Event;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The provider deletes a server without warning, and its purse reaches the beneficiary by a sibling
 * all the same. Real processes, a real consensus; one world, whose steps go on from one another.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class InheritanceIT extends SmallWorldStory {

  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Duration LONG = Duration.ofMinutes(3);

  private static final String DOOMED = "bulbildoomed";
  private static final String SIBLING = "bulbilsibling";

  /** Less than the provider sells, so that it is still there when the server is deleted. */
  private static final long PURSE = 4_000;

  private static final long ENOUGH = 20_000;

  @Override
  List<String> founders() {
    return List.of("ewr," + DOOMED, "ams," + SIBLING);
  }

  @Test
  @Order(1)
  void twoFoundersAreOneFamily() throws Exception {
    until("all run", LONG, () -> onlooker().running().containsAll(List.of(DOOMED, SIBLING)));
    for (var relay : List.of(DOOMED, SIBLING)) {
      remember(await(relay, LIMIT, () -> onlooker().descriptor(relay)));
    }
    give(DOOMED, PURSE);
    give(SIBLING, ENOUGH);
    until(
        "both declare it",
        LONG,
        () ->
            List.of(DOOMED, SIBLING).stream()
                .allMatch(
                    relay ->
                        onlooker()
                            .descriptor(relay)
                            .filter(it -> it.familyCertificates() > 0)
                            .isPresent()));
  }

  @Test
  @Order(2)
  void theSiblingKeepsItsBequest() throws Exception {
    until(
        "the bequest is handed over",
        LONG,
        () -> page(SIBLING).contains("keeps the bequest of " + fingerprint(DOOMED)));
    assertThat(page(DOOMED)).contains(fingerprint(SIBLING) + " can send the rest");
  }

  private String page(String relay) {
    var url = URI.create("http://" + tenant(relay).address() + ":8080/");
    return place().http().get(url).map(reply -> reply.text()).answer().orElse("");
  }

  @Test
  @Order(3)
  void theProviderDeletesItsServerWithoutWarning() throws Exception {
    var tenant = tenant(DOOMED);
    assertThat(place().market().provider().ban(tenant.machine())).isTrue();
    var end = await("its end", LIMIT, () -> onlooker().end(tenant));
    assertThat(((Event.Ended) end.event()).by()).isNotEqualTo(EndedBy.EXPIRATION);
    assertThat(onlooker().spendings(wallet(DOOMED))).isEmpty();
    assertThat(onlooker().received(place().market().beneficiary())).isZero();
    until("it has left", LIMIT, () -> !onlooker().running().contains(DOOMED));
  }

  @Test
  @Order(4)
  void afterTheEndOfItsLeaseThePurseReachesTheBeneficiary() throws Exception {
    var end = onlooker().firstEnd(tenant(DOOMED));
    until(
        "it is given", LONG, () -> onlooker().received(place().market().beneficiary()) > PURSE / 2);
    var sweep = onlooker().spendings(wallet(DOOMED)).getFirst();
    assertThat(sweep.transaction().lockTime)
        .isBetween(end.getEpochSecond() - 1, end.getEpochSecond() + 1);
    assertThat(java.time.Instant.now()).isAfter(end);
  }

  @Test
  @Order(5)
  void itIsGivenAndNotLost() throws Exception {
    var audit = place().world().audit();
    assertThat(audit.difference()).as("%s", audit.findings()).isZero();
    assertThat(audit.total().lost().value()).isZero();
    assertThat(audit.total().given().value())
        .isEqualTo(onlooker().received(place().market().beneficiary()));
  }
}
