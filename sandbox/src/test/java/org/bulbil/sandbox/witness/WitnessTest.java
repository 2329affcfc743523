package org.bulbil.sandbox.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bulbil.core.money.Sats;
import org.bulbil.sandbox.chain.Payment;
import org.bulbil.sandbox.chain.SandboxPurse;
import org.bulbil.sandbox.directory.Listing.Presence;
import org.junit.jupiter.api.Test;

final class WitnessTest {

  private final Village village = new Village();
  private final SandboxPurse anna = village.wallet("anna");
  private final SandboxPurse ben = village.wallet("ben");

  private void running(String hostname, SandboxPurse wallet) {
    village.launch(hostname);
    village.list(hostname, wallet, Presence.RUNNING);
    village.witness.look();
  }

  private void mineAndLook() {
    village.mine();
    village.witness.look();
  }

  /** A relay is born with its lease, and runs when a consensus says so, once. */
  @Test
  void birthAndFirstConsensus() {
    village.launch("anna");
    village.witness.look();
    village.list("anna", anna, Presence.ANNOUNCED);
    village.witness.look();
    assertThat(village.told()).containsExactly("born anna");
    village.list("anna", anna, Presence.RUNNING);
    village.witness.look();
    village.witness.look();
    assertThat(village.told()).containsExactly("born anna", "running anna");
  }

  /** A payment to the published address is a gift when it has confirmed, and only once. */
  @Test
  void giftsCountWhenConfirmed() {
    running("anna", anna);
    village.events.clear();
    village.pay(village.donor, anna.address(), 5000);
    village.witness.look();
    assertThat(village.told()).isEmpty();
    mineAndLook();
    mineAndLook();
    assertThat(village.told()).containsExactly("gift anna 5000");
  }

  /** Money that came before anybody knew the address is told when the address is. */
  @Test
  void giftsBeforeTheAddressIsKnown() {
    village.launch("anna");
    village.pay(village.donor, anna.address(), 5000);
    mineAndLook();
    assertThat(village.told()).containsExactly("born anna");
    village.list("anna", anna, Presence.ANNOUNCED);
    village.witness.look();
    assertThat(village.told()).containsExactly("born anna", "gift anna 5000");
  }

  /** Change is not a gift, also where it goes to the published address. */
  @Test
  void creditThatARelayBuysForItself() {
    running("anna", anna);
    village.pay(village.donor, anna.address(), 20_000);
    mineAndLook();
    village.events.clear();
    var token = village.token("anna");
    var payment = village.pay(anna, village.invoice(token, 5000), 5000);
    mineAndLook();
    village.credit(token, payment, 5000);
    village.renew("anna");
    village.witness.look();
    assertThat(village.told()).containsExactly("bought-credit anna 5000", "renewed anna");
  }

  /** What people pay for a relay's token is nobody's purchase. */
  @Test
  void creditThatPeopleBuy() {
    running("anna", anna);
    village.events.clear();
    var token = village.token("anna");
    var payment = village.pay(village.donor, village.invoice(token, 5000), 5000);
    mineAndLook();
    village.credit(token, payment, 5000);
    village.witness.look();
    assertThat(village.told()).isEmpty();
  }

  /** A launch on a token that a relay paid for is its child, one generation on. */
  @Test
  void propagation() {
    running("anna", anna);
    village.pay(village.donor, anna.address(), 40_000);
    mineAndLook();
    village.events.clear();
    var payment = village.pay(anna, village.invoice(village.token("ben"), 11_000), 11_000);
    mineAndLook();
    village.credit(village.token("ben"), payment, 11_000);
    village.launch("ben");
    village.witness.look();
    assertThat(village.told()).containsExactly("propagated anna 11000", "born ben");
    assertThat(village.witness.relays().getLast())
        .satisfies(it -> assertThat(it.generation()).isEqualTo(1))
        .satisfies(it -> assertThat(it.parent()).contains("anna"));
  }

  /** A payment in a block that was not followed yet holds the book up, not the order. */
  @Test
  void creditIsToldAfterThePaymentIsKnown() {
    running("anna", anna);
    village.pay(village.donor, anna.address(), 40_000);
    mineAndLook();
    var change = anna.freshAddress();
    village.pay(anna, List.of(new Payment(change, Sats.of(30_000))));
    mineAndLook();
    village.events.clear();
    var token = village.token("anna");
    var payment = village.pay(anna, village.invoice(token, 5000), 5000);
    village.mine();
    village.credit(token, payment, 5000);
    village.witness.look();
    assertThat(village.told()).containsExactly("bought-credit anna 5000");
  }

  /** What goes to the beneficiary is a will; the server's end is a death. */
  @Test
  void willAndDeath() {
    running("anna", anna);
    village.pay(village.donor, anna.address(), 4000);
    mineAndLook();
    village.events.clear();
    village.pay(anna, village.beneficiary, 3000);
    mineAndLook();
    village.end("anna");
    village.witness.look();
    assertThat(village.told()).containsExactly("will anna 3000", "died anna");
    assertThat(village.witness.relays()).noneMatch(Relay::isAlive);
  }

  /** Somebody else's gift to the charity is nobody's will. */
  @Test
  void peopleMayGiveToTheBeneficiaryToo() {
    running("anna", anna);
    village.events.clear();
    village.pay(village.donor, village.beneficiary, 3000);
    mineAndLook();
    assertThat(village.told()).isEmpty();
  }

  /** A start gift is a gift to the child; what comes back to the parent is change. */
  @Test
  void startGift() {
    running("anna", anna);
    running("ben", ben);
    village.pay(village.donor, anna.address(), 10_000);
    mineAndLook();
    village.events.clear();
    village.pay(anna, ben.address(), 2000);
    mineAndLook();
    assertThat(village.told()).containsExactly("gift ben 2000");
  }

  /** Whoever takes another's nickname is not taken for it. */
  @Test
  void aBorrowedNicknameIsNotBelieved() {
    running("anna", anna);
    village.list("anna", ben, Presence.RUNNING);
    village.pay(village.donor, ben.address(), 2000);
    village.events.clear();
    mineAndLook();
    assertThat(village.witness.relays().getFirst().wallet()).contains(anna.address());
  }

  /** A reorganisation tells nothing twice. */
  @Test
  void reorganisation() {
    running("anna", anna);
    village.pay(village.donor, anna.address(), 5000);
    mineAndLook();
    village.chain.reorganise(1, village.donor.address().script());
    mineAndLook();
    assertThat(village.told()).containsOnlyOnce("gift anna 5000");
  }
}
