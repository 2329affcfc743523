package org.bulbil.bitcoin.pledge;

import fr.acinq.bitcoin.ByteVector;
import fr.acinq.bitcoin.ScriptWitness;
import io.avaje.json.JsonException;
import io.avaje.jsonb.Jsonb;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.bulbil.bitcoin.Address;
import org.bulbil.bitcoin.LockingScript;
import org.bulbil.bitcoin.Network;
import org.bulbil.bitcoin.OutPoint;
import org.bulbil.bitcoin.psbt.SignedInput;
import org.bulbil.core.money.Sats;
import org.bulbil.core.outcome.Outcome;

/** Campaigns and pledges as small JSON files; docs/tip.md describes their fields. */
public final class PledgeFiles {

  /** Either is about 1,000 bytes. */
  public static final int BYTES_MAX = 64 << 10;

  private static final Jsonb JSON = Jsonb.instance();

  private PledgeFiles() {}

  public static String write(Campaign campaign) {
    return JSON.toJson(
            new CampaignMessage(
                CampaignMessage.FORMAT,
                campaign.id(),
                campaign.title(),
                campaign.address().network().toString(),
                campaign.address().toString(),
                campaign.goal().value(),
                campaign.expires().toString()))
        + "\n";
  }

  public static String write(Pledge pledge) {
    return JSON.toJson(
            new PledgeMessage(
                PledgeMessage.FORMAT,
                pledge.campaign(),
                pledge.coin().toString(),
                pledge.value().value(),
                pledge.script().hex(),
                pledge.signed().scriptSig().toHex(),
                pledge.signed().witness().stack.stream().map(ByteVector::toHex).toList()))
        + "\n";
  }

  /** Refused where it is none, or was changed: its id is a hash of the rest. */
  public static Outcome<Campaign> campaign(byte[] file) {
    return read(
        "campaign of pledges",
        () -> {
          var message = JSON.type(CampaignMessage.class).fromJson(text(file));
          require(CampaignMessage.FORMAT.equals(message.format()), "its format is another");
          var campaign =
              new Campaign(
                  message.title(),
                  Address.parse(message.address(), Network.parse(message.network())),
                  Sats.of(message.goalSat()),
                  Instant.parse(message.expires()));
          require(campaign.id().equals(message.id()), "it was changed: its id is of another one");
          return campaign;
        });
  }

  /** Refused where it is none; whether it is good is another question. */
  public static Outcome<Pledge> pledge(byte[] file) {
    return read(
        "pledge",
        () -> {
          var message = JSON.type(PledgeMessage.class).fromJson(text(file));
          require(PledgeMessage.FORMAT.equals(message.format()), "its format is another");
          return new Pledge(
              Objects.requireNonNull(message.campaign()),
              OutPoint.parse(message.coin()),
              Sats.of(message.sat()),
              new LockingScript(message.script()),
              new SignedInput(ByteVector.fromHex(message.scriptSig()), witness(message.witness())));
        });
  }

  private static ScriptWitness witness(List<String> stack) {
    return new ScriptWitness(stack.stream().map(ByteVector::fromHex).toList());
  }

  private static String text(byte[] file) {
    require(file.length <= BYTES_MAX, "it is longer than %d bytes".formatted(BYTES_MAX));
    return new String(file, StandardCharsets.UTF_8);
  }

  private static void require(boolean isTrue, String otherwise) {
    if (!isTrue) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  private static <T> Outcome<T> read(String what, Supplier<T> reading) {
    try {
      return Outcome.done(reading.get());
    } catch (IllegalArgumentException
        | IllegalStateException
        | JsonException
        | DateTimeException
        | NullPointerException
        | StringIndexOutOfBoundsException e) {
      return Outcome.refused("it is no %s: %s".formatted(what, e.getMessage()), 0);
    }
  }
}
