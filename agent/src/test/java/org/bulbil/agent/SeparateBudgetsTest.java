package org.bulbil.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bulbil.agent.birth.Birth.State;
import org.bulbil.core.money.Cents;
import org.bulbil.core.money.Sats;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.testing.MemoryFolder;
import org.bulbil.hosting.CreditToken;
import org.bulbil.hosting.Provider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A birth that is stuck at any of its steps, for ever, leaves renewal and will on time. */
class SeparateBudgetsTest {

  private static final Duration DAY = Duration.ofDays(1);

  /** What fails for ever, for the child alone, and where its birth then stands. */
  enum Stuck {
    NO_TOKEN(State.PLANNED, "mint"),
    NO_INVOICE(State.FUNDING, "invoice", "invoices"),
    NO_CREDIT(State.FUNDING),
    NO_ANSWER_TO_LAUNCH(State.FUNDED, "launch", "leases"),
    NO_SERVER_TO_BE_HAD(State.FUNDED, "launch"),
    NO_APPEARANCE(State.LAUNCHED);

    private final State state;
    private final String failing;

    Stuck(State state, String... failing) {
      this.state = state;
      this.failing = String.join(" ", failing);
    }

    boolean fails(String call) {
      return List.of(failing.split(" ", -1)).contains(call);
    }

    Outcome<?> answer() {
      return this == NO_SERVER_TO_BE_HAD
          ? Outcome.refused("sold out", 422)
          : Outcome.unknown("no answer in time");
    }
  }

  /** Satoshis: a bill is 5,000 and a fee at least. */
  private static final long LESS_THAN_A_BILL = 4_800;

  @TempDir(factory = MemoryFolder.class)
  Path home;

  @ParameterizedTest
  @EnumSource(Stuck.class)
  void aStuckBirthDelaysNeitherRentNorWill(Stuck stuck) {
    try (var life =
        new TestingLife(TestingLife.memory(home), 14, provider -> failing(provider, stuck))) {
      life.creditsChildren = stuck != Stuck.NO_CREDIT;
      life.give(60_000);
      life.live(DAY);
      assertThat(life.household().nursery().book().all())
          .singleElement()
          .satisfies(birth -> assertThat(birth.state()).isEqualTo(stuck.state));
      var before = life.lease();
      while (isPayable(life)) {
        life.live(DAY);
        assertThat(life.leaseDays()).as("%s, %s", stuck, life.time.truth()).isGreaterThan(1);
      }
      assertThat(life.lease().expiry()).isAfter(before.expiry().plus(DAY.multipliedBy(40)));
      var given = given(life);
      life.give(LESS_THAN_A_BILL - life.account().held().value());
      for (int day = 0; day < 60 && life.lease().isLive(); day++) {
        life.live(DAY);
      }
      assertThat(life.lease().isLive()).isFalse();
      assertThat(given(life).minus(given))
          .as("%s: to a charity", stuck)
          .isGreaterThan(Sats.of(2_000));
      assertThat(life.account().held()).as("%s: dust", stuck).isLessThan(Sats.of(546));
    }
  }

  private static Sats given(TestingLife life) {
    return life.chain.balance(life.beneficiary).plus(life.chain.balance(life.second));
  }

  /** Until purse and credit do not pay a further week. */
  private static boolean isPayable(TestingLife life) {
    var held = Cents.of(life.account().held().value() / 10); // $100,000 a bitcoin: 10 sat a cent.
    return life.credit().covers(TestingLife.PLAN.rentFor(7))
        || held.covers(Cents.of(LESS_THAN_A_BILL / 10));
  }

  /** The provider, but for what it does not do for any token but the first that it is shown. */
  private static Provider failing(Provider provider, Stuck stuck) {
    var tokens = new ArrayList<Object>();
    return (Provider)
        Proxy.newProxyInstance(
            Provider.class.getClassLoader(),
            new Class<?>[] {Provider.class},
            (_, method, arguments) -> {
              Arrays.stream(arguments == null ? new Object[0] : arguments)
                  .filter(CreditToken.class::isInstance)
                  .forEach(tokens::add);
              boolean isOwn =
                  arguments != null && !tokens.isEmpty() && arguments[0].equals(tokens.getFirst());
              return !isOwn && stuck.fails(method.getName())
                  ? stuck.answer()
                  : call(provider, method, arguments);
            });
  }

  private static Object call(Provider provider, Method method, Object[] arguments)
      throws Throwable {
    try {
      return method.invoke(provider, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
