package org.bulbil.hosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.bulbil.core.money.Sats;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An amount is read to the satoshi or not at all. */
class PaymentRequestTest {

  private static final String ADDRESS = "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq";

  @ParameterizedTest
  @CsvSource({
    "0.00123456, 123456",
    "0.1, 10000000",
    "0.3, 30000000",
    "1, 100000000",
    "0.00000001, 1",
    "20999999.99999999, 2099999999999999",
    "21000000, 2100000000000000",
  })
  void readsEveryDecimal(String amount, long sats) {
    assertThat(PaymentRequest.parse("bitcoin:" + ADDRESS + "?amount=" + amount))
        .isEqualTo(new PaymentRequest(ADDRESS, new Sats(sats)));
  }

  @Test
  void schemeMayBeUpperCaseAndOtherParametersMayStandAround() {
    assertThat(PaymentRequest.parse("BITCOIN:" + ADDRESS + "?label=x&amount=0.5&message=a%20b"))
        .isEqualTo(new PaymentRequest(ADDRESS, new Sats(50_000_000)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq",
        "monero:bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq?amount=1",
        "bitcoin:bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq",
        "bitcoin:?amount=1",
        "bitcoin:short?amount=1",
        "bitcoin:bc1qar0srrr7xfkvy5l643lydnw9re59gtz zwf5mdq?amount=1",
        "bitcoin:bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq?amount=",
        "bitcoin:bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq?amount=0",
        "bitcoin:bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq?amount=0.000000001",
        "bitcoin:bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq?amount=-1",
        "bitcoin:bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq?amount=1e-3",
        "bitcoin:bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq?amount=.5",
        "bitcoin:bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq?amount=1,5",
        "bitcoin:bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq?amount=21000000.00000001",
        "bitcoin:bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq?amount=1&amount=2",
        "bitcoin:bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq?AMOUNT=1",
        "bitcoin:bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq?amount=1&req-pj=x",
        "",
      })
  void refusesWhatIsNotOneClearRequest(String uri) {
    assertThatThrownBy(() -> PaymentRequest.parse(uri))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void survivesTheRoundTrip() {
    var random = new Random(7);
    for (int i = 0; i < 1000; i++) {
      var request = new PaymentRequest(ADDRESS, new Sats(random.nextLong(1, Sats.SUPPLY_MAX + 1)));
      assertThat(PaymentRequest.parse(request.uri())).as("seed 7, round %d", i).isEqualTo(request);
    }
  }
}
