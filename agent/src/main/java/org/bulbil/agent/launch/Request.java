package org.bulbil.agent.launch;

import io.avaje.jsonb.Json;
import io.avaje.jsonb.Jsonb;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bulbil.core.charity.Beneficiaries;
import org.bulbil.core.charity.Beneficiary;

/**
 * What a person asked a launch for, in his own words: what does not change between the first start
 * and the last resumption. It is kept as {@code launch.json}.
 *
 * @param format of the folder, {@value #FORMAT}
 * @param provider base URL of its API
 * @param backend of the provider, such as {@code vultr}
 * @param network which Bitcoin
 * @param esplora base URLs of the chain servers
 * @param directory base URLs of directory authorities or mirrors
 * @param regions {@code all}, a number, or slugs
 * @param perRegion relays in each region
 * @param plan slug; empty for the cheapest that will do
 * @param days of the first leases
 * @param mostCents the whole may cost, fees included; 0 where the bill that was agreed to says it
 * @param email of a person who answers
 * @param beneficiaries in order of preference
 * @param mirrors folders on the web that hold the relays' program
 * @param copyKey who may open a copy of each relay's words; empty for nobody
 * @param stopKey whose orders to stop the relays obey; empty for nobody's
 * @param sshKey whose holder may log in on the servers; empty for nobody
 * @param ways how the provider is dealt with
 * @param site what static site is launched; {@link SiteRequest#NONE} for relays
 * @param sandbox the {@code sandbox.json} of a sandbox; empty outside
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record Request(
    int format,
    String provider,
    String backend,
    String network,
    List<String> esplora,
    List<String> directory,
    List<String> regions,
    int perRegion,
    String plan,
    int days,
    long mostCents,
    String email,
    List<Patron> beneficiaries,
    List<String> mirrors,
    String copyKey,
    String stopKey,
    String sshKey,
    Ways ways,
    SiteRequest site,
    String sandbox) {

  /** Raised when a folder of an older program could be misread. */
  public static final int FORMAT = 1;

  private static final Jsonb JSON = Jsonb.builder().build();

  public Request {
    // Folders of before there were these:
    sshKey = Objects.requireNonNullElse(sshKey, "");
    ways = Objects.requireNonNullElse(ways, Ways.USUAL);
    site = Objects.requireNonNullElse(site, SiteRequest.NONE);
    esplora = List.copyOf(esplora);
    directory = List.copyOf(directory);
    regions = List.copyOf(regions);
    beneficiaries = List.copyOf(beneficiaries);
    mirrors = List.copyOf(mirrors);
  }

  /** The same for a site, each copy of which is in a region of its own. */
  public Request with(SiteRequest asked) {
    boolean isAnywhere = regions.equals(List.of("all"));
    var places = isAnywhere ? List.of(Integer.toString(asked.copies())) : regions;
    return with(email, beneficiaries, places, 1, asked);
  }

  /** The same with what a person was asked for. */
  public Request with(String answeredBy, List<Patron> patrons) {
    return with(answeredBy, patrons, regions, perRegion, site);
  }

  private Request with(
      String answeredBy, List<Patron> patrons, List<String> places, int each, SiteRequest asked) {
    return new Request(
        format,
        provider,
        backend,
        network,
        esplora,
        directory,
        places,
        each,
        plan,
        days,
        mostCents,
        answeredBy,
        patrons,
        mirrors,
        copyKey,
        stopKey,
        sshKey,
        ways,
        asked,
        sandbox);
  }

  /** What is launched, in a word for several. */
  public String noun() {
    return site.isAsked() ? "servers" : "relays";
  }

  /** The list as relays are told it; {@link IllegalArgumentException} where a rule is broken. */
  public Beneficiaries patrons() {
    return new Beneficiaries(beneficiaries.stream().map(Patron::beneficiary).toList());
  }

  public static List<Patron> patrons(List<Beneficiary> list) {
    return list.stream().map(Patron::of).toList();
  }

  /** Reads {@code launch.json}. */
  public static Request parse(String json) {
    var read = JSON.type(Request.class).fromJson(json);
    if (read.format != FORMAT) {
      throw new IllegalArgumentException(
          "launch.json has the format %d; this program knows %d only"
              .formatted(read.format, FORMAT));
    }
    return read;
  }

  public String json() {
    return JSON.type(Request.class).toJsonPretty(this);
  }

  /**
   * How {@code other} differs in what is to be bought and told, an option a line; empty where it
   * asks for the same. Where to look — chain servers, directories, mirrors — and through what
   * proxy, may change.
   */
  public List<String> differences(Request other) {
    var found = new ArrayList<String>();
    differ(found, "--provider", provider, other.provider);
    differ(found, "--backend", backend, other.backend);
    differ(found, "--network", network, other.network);
    differ(found, "--regions", regions, other.regions);
    differ(found, "--per-region", perRegion, other.perRegion);
    differ(found, "--plan", plan, other.plan);
    differ(found, "--days", days, other.days);
    differ(found, "--max-cost (cents)", mostCents, other.mostCents);
    differ(found, "--email", email, other.email);
    differ(found, "--beneficiary", beneficiaries, other.beneficiaries);
    differ(found, "--copy-key", copyKey, other.copyKey);
    differ(found, "--stop-key", stopKey, other.stopKey);
    differ(found, "--ssh-key", sshKey, other.sshKey);
    differ(found, "--user-data", ways.userData(), other.ways.userData());
    differ(found, "--operating-system", ways.operatingSystem(), other.ways.operatingSystem());
    found.addAll(site.differences(other.site));
    differ(found, "--sandbox", sandbox, other.sandbox);
    return found;
  }

  static void differ(List<String> found, String option, Object was, Object is) {
    if (!was.equals(is)) {
      found.add("%s was %s and is %s".formatted(option, was, is));
    }
  }
}
