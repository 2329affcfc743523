package org.bulbil.agent.settings;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bulbil.agent.order.StopKey;
import org.bulbil.bitcoin.Network;
import org.bulbil.core.contact.FamilyId;
import org.bulbil.core.genome.Genome;
import org.bulbil.core.genome.Lineage;
import org.bulbil.core.lease.Hostname;
import org.bulbil.core.money.Cents;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.policy.Limits;
import org.bulbil.core.policy.Prior;
import org.bulbil.core.time.Day;
import org.bulbil.hosting.bootstrap.Bundle;
import org.bulbil.hosting.bootstrap.BundleHash;
import org.bulbil.tor.seal.ReaderKey;
import org.bulbil.wire.Tunnel;

/** The settings as a TOML file, read and written. */
public final class SettingsFile {

  /** These stand in for values that broke a rule, while the rest is read for further faults. */
  private static final Genome ANY_GENOME = Genome.founder("nowhere", "none");

  private static final BundleHash NO_HASH = new BundleHash("0".repeat(64));

  /** A usual gift is written in hours of rent, since the file has no fractions. */
  private static final int HOURS = 24;

  private SettingsFile() {}

  /**
   * Reads {@code file}.
   *
   * @throws InvalidSettings naming every key that is unknown, missing or breaks a rule
   * @throws IOException where the file cannot be read
   */
  public static Settings read(Path file) throws IOException {
    return parse(file.getFileName().toString(), Files.readString(file));
  }

  /** Reads {@code text}; {@code name} is what a complaint calls it. */
  public static Settings parse(String name, String text) {
    var toml = TomlReader.of(text);
    var chain = chain(toml);
    var settings =
        new Settings(
            toml.required("hostname", new Hostname("x"), Hostname::new),
            lease(toml),
            chain,
            RelayTable.read(toml),
            toml.required("heritage.genome", ANY_GENOME, Genome::decode),
            lineage(toml),
            prior(toml),
            nurse(toml),
            will(toml, chain.network()),
            copyFor(toml),
            stopKey(toml),
            limits(toml),
            rhythm(toml),
            bundle(toml),
            SiteTable.read(toml));
    var faults = toml.faults();
    if (!faults.isEmpty()) {
      throw new InvalidSettings(name, faults);
    }
    return settings;
  }

  private static LeaseSettings lease(TomlReader toml) {
    return new LeaseSettings(
        toml.required("lease.url", URI.create("http://localhost"), TomlReader::httpUrl),
        toml.text("lease.backend", "vultr"),
        toml.required("lease.token", "", token -> token),
        toml.checked("lease.day_seconds", 86_400, Day.REAL, s -> new Day(Duration.ofSeconds(s))),
        toml.checked("lease.smallest_invoice_dollars", 5, Cents.dollars(5), Cents::dollars),
        particulars(toml));
  }

  /** Nothing, or a minus in the place of a percentage, is what is usual. */
  private static Particulars particulars(TomlReader toml) {
    var tunnel = given(toml, "lease.tunnel");
    var userData = given(toml, "lease.user_data");
    var system = given(toml, "lease.operating_system");
    var vat = toml.whole("lease.vat_percent", -1);
    return toml.tried(
            "lease",
            "",
            _ ->
                new Particulars(
                    tunnel.map(Tunnel::parse),
                    userData,
                    system,
                    vat < 0 ? Optional.empty() : Optional.of(vat)))
        .orElse(Particulars.NONE);
  }

  private static Optional<String> given(TomlReader toml, String key) {
    return Optional.of(toml.text(key, "")).filter(text -> !text.isEmpty());
  }

  private static ChainSettings chain(TomlReader toml) {
    var esplora =
        toml.texts("chain.esplora").stream()
            .flatMap(url -> toml.tried("chain.esplora", url, TomlReader::httpUrl).stream())
            .toList();
    var anywhere =
        new ChainSettings(
            Network.MAINNET,
            List.of(URI.create("http://localhost")),
            Duration.ZERO,
            FeeRate.RELAY_FLOOR);
    return toml.tried(
            "chain",
            "",
            _ ->
                new ChainSettings(
                    Network.parse(toml.text("chain.network", "mainnet")),
                    esplora,
                    toml.seconds("chain.block_seconds", 600),
                    toml.checked(
                        "chain.fee_cap_sat_per_vb", 200, FeeRate.RELAY_FLOOR, FeeRate::ofSatPerVb)))
        .orElse(anywhere);
  }

  private static Lineage lineage(TomlReader toml) {
    var parent = Optional.of(toml.text("heritage.parent", "")).filter(p -> !p.isEmpty());
    return toml.checked(
        "heritage.generation",
        0,
        Lineage.FOUNDER,
        generation -> new Lineage(Math.toIntExact(generation), parent));
  }

  private static Prior prior(TomlReader toml) {
    return toml.checked(
        "heritage.gift_hours",
        Math.round(Prior.USUAL.meanGift() * HOURS),
        Prior.USUAL,
        hours -> new Prior((double) hours / HOURS));
  }

  /**
   * A nurse whose word cannot be checked could put us into any family, so that is told too. A
   * family without a nurse is one whose key the launcher brings.
   */
  private static Optional<NurseSettings> nurse(TomlReader toml) {
    var url = toml.text("heritage.nurse", "");
    var family = toml.text("heritage.family", "");
    if (url.isEmpty() && family.isEmpty()) {
      return Optional.empty();
    }
    var anyone = new FamilyId("A".repeat(43));
    return Optional.of(
        new NurseSettings(
            Optional.of(url)
                .filter(text -> !text.isEmpty())
                .flatMap(text -> toml.tried("heritage.nurse", text, TomlReader::httpUrl)),
            toml.required("heritage.family", anyone, FamilyId::new)));
  }

  private static WillSettings will(TomlReader toml, Network network) {
    return new WillSettings(
        BeneficiaryTables.read(toml, network),
        toml.checked("will.start_gift_cents", 300, Cents.of(300), Cents::of));
  }

  private static Optional<ReaderKey> copyFor(TomlReader toml) {
    return Optional.of(toml.text("wallet.copy_key", ""))
        .filter(key -> !key.isEmpty())
        .flatMap(key -> toml.tried("wallet.copy_key", key, ReaderKey::new));
  }

  private static Optional<StopKey> stopKey(TomlReader toml) {
    return Optional.of(toml.text("stop.key", ""))
        .filter(key -> !key.isEmpty())
        .flatMap(key -> toml.tried("stop.key", key, StopKey::new));
  }

  private static Limits limits(TomlReader toml) {
    var usual = Limits.USUAL;
    return toml.tried(
            "limits",
            "",
            _ ->
                new Limits(
                    toml.yes("limits.may_propagate", usual.mayPropagate()),
                    toml.whole("limits.births", usual.births()),
                    toml.whole("limits.generations", usual.generations()),
                    toml.whole("limits.days_between_births", usual.daysBetweenBirths()),
                    toml.whole("limits.endowment_days", usual.endowmentDays()),
                    toml.whole("limits.maturity_days", usual.maturityDays()),
                    toml.whole("limits.windfall_days", usual.windfallDays())))
        .orElse(usual);
  }

  private static Rhythm rhythm(TomlReader toml) {
    return new Rhythm(
        toml.seconds("rhythm.heartbeat_seconds", 600), toml.seconds("rhythm.answer_seconds", 30));
  }

  private static BundleSettings bundle(TomlReader toml) {
    var hash = toml.required("bundle.sha256", NO_HASH, BundleHash::new);
    return new BundleSettings(
        toml.checked("bundle.bytes", 0, new Bundle(hash, 1), bytes -> new Bundle(hash, bytes)),
        toml.texts("bundle.mirrors").stream()
            .flatMap(url -> toml.tried("bundle.mirrors", url, TomlReader::httpUrl).stream())
            .toList());
  }

  /**
   * The text that {@link #parse} reads back to equal settings; it holds the credit token, and a
   * site's key.
   */
  public static String write(Settings s) {
    var toml =
        new TomlWriter()
            .put("hostname", s.hostname().value())
            .table("lease")
            .put("url", s.lease().url().toString())
            .put("backend", s.lease().backend())
            .put("token", s.lease().token())
            .put("day_seconds", s.lease().day().length().toSeconds())
            .put("smallest_invoice_dollars", s.lease().smallestInvoice().wholeDollarsUp())
            .put("tunnel", s.lease().particulars().tunnel().map(Tunnel::toString).orElse(""))
            .put("user_data", s.lease().particulars().userData().orElse(""))
            .put("operating_system", s.lease().particulars().operatingSystem().orElse(""))
            .put("vat_percent", s.lease().particulars().vatPercent().orElse(-1))
            .table("chain")
            .put("network", s.chain().network().toString())
            .put("esplora", s.chain().esplora().stream().map(URI::toString).toList())
            .put("block_seconds", s.chain().block().toSeconds())
            .put("fee_cap_sat_per_vb", Math.ceilDiv(s.chain().feeCap().satPerKvb(), 1000L))
            .table("heritage")
            .put("genome", s.genome().encode())
            .put("generation", s.lineage().generation())
            .put("gift_hours", Math.round(s.prior().meanGift() * HOURS))
            .put("parent", s.lineage().parent().orElse(""))
            .put("nurse", s.nurse().flatMap(NurseSettings::url).map(URI::toString).orElse(""))
            .put("family", s.nurse().map(nurse -> nurse.family().value()).orElse(""))
            .table("limits")
            .put("may_propagate", s.limits().mayPropagate())
            .put("births", s.limits().births())
            .put("generations", s.limits().generations())
            .put("days_between_births", s.limits().daysBetweenBirths())
            .put("endowment_days", s.limits().endowmentDays())
            .put("maturity_days", s.limits().maturityDays())
            .put("windfall_days", s.limits().windfallDays())
            .table("rhythm")
            .put("heartbeat_seconds", s.rhythm().heartbeat().toSeconds())
            .put("answer_seconds", s.rhythm().answer().toSeconds())
            .table("wallet")
            .put("copy_key", s.copyFor().map(ReaderKey::base64).orElse(""))
            .table("stop")
            .put("key", s.stopKey().map(StopKey::base64).orElse(""))
            .table("bundle")
            .put("sha256", s.bundle().file().hash().value())
            .put("bytes", s.bundle().file().bytes())
            .put("mirrors", s.bundle().mirrors().stream().map(URI::toString).toList())
            .table("will")
            .put("start_gift_cents", s.will().startGift().value());
    RelayTable.write(toml, s.relay());
    s.site().ifPresent(site -> SiteTable.write(toml, site));
    BeneficiaryTables.write(toml, s.will().beneficiaries());
    return toml.text();
  }
}
