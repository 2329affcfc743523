package org.bulbil.atlas.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.bulbil.atlas.api.OnionooFixture.Form;
import org.bulbil.atlas.api.onionoo.OnionooRoom;
import org.bulbil.atlas.query.CurrentIndex;
import org.bulbil.atlas.server.AtlasServer;
import org.bulbil.atlas.store.Store;
import org.bulbil.atlas.testing.Rooms;
import org.bulbil.atlas.testing.Tree;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients of Onionoo get from us what they get from it, over HTTP. */
class OnionooTest {

  @TempDir static Path folder;

  private static final Map<Form, AtlasServer> SERVERS = new EnumMap<>(Form.class);
  private static final List<Store> STORES = new ArrayList<>();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @BeforeAll
  static void open() throws IOException, InterruptedException {
    var file = OnionooFixture.file();
    for (var form : Form.values()) {
      var store = OnionooFixture.store(file, form, folder.resolve(form.name()));
      var snapshot = store.snapshot();
      var time = Rooms.stopped(OnionooFixture.clock(file));
      var room = new OnionooRoom(new CurrentIndex(() -> snapshot), store, time);
      STORES.add(store);
      SERVERS.put(form, Rooms.open(room));
    }
  }

  @AfterAll
  static void close() {
    CLIENT.close();
    SERVERS.values().forEach(AtlasServer::close);
    STORES.forEach(Store::close);
  }

  private static HttpResponse<String> get(String request, String... headers) {
    return get(Form.USUAL, request, headers);
  }

  private static HttpResponse<String> get(Form form, String request, String... headers) {
    var server = Objects.requireNonNull(SERVERS.get(form));
    var builder = HttpRequest.newBuilder(URI.create(server.uri() + encoded(request)));
    if (headers.length > 0) {
      builder.headers(headers);
    }
    try {
      return CLIENT.send(builder.build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(request, e);
    }
  }

  /** What a URL cannot hold as it is. */
  private static String encoded(String request) {
    var url = new StringBuilder();
    request
        .chars()
        .mapToObj(Character::toString)
        .forEach(
            letter ->
                url.append(
                    letter.matches("[!-~&&[^\"<>\\[\\]|{}^`\\\\]]")
                        ? letter
                        : URLEncoder.encode(letter, StandardCharsets.UTF_8).replace("+", "%20")));
    return url.toString();
  }

  static Stream<Named<Tree>> cases() throws IOException {
    return OnionooFixture.file()
        .get("tests")
        .each()
        .map(one -> Named.of(one.get("test").text() + " " + one.get("request").text(), one));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void onionoosOwnCase(Tree expected) {
    for (var form : Form.values()) {
      var answer = get(form, expected.get("request").text());

      assertThat(answer.statusCode())
          .isEqualTo(expected.find("status").map(Tree::number).orElse(200));
      if (answer.statusCode() == 200) {
        check(Tree.parse(answer.body()), expected);
      }
    }
  }

  private static void check(Tree answer, Tree expected) {
    for (var kind : List.of("relays", "bridges")) {
      assertThat(answer.get(kind).each()).hasSize(expected.get(kind).number());
      for (var cut : List.of(kind + "_skipped", kind + "_truncated")) {
        expected
            .find(cut)
            .ifPresent(
                count ->
                    assertThat(answer.find(cut).map(Tree::number).orElse(0))
                        .isEqualTo(count.number()));
      }
    }
    expected
        .find("relay_nicknames")
        .ifPresent(names -> assertThat(nicknames(answer, "relays")).isEqualTo(names.texts()));
    expected
        .find("bridge_nicknames")
        .ifPresent(names -> assertThat(nicknames(answer, "bridges")).isEqualTo(names.texts()));
  }

  private static List<String> nicknames(Tree answer, String kind) {
    return answer.get(kind).each().map(one -> one.get("n").text()).toList();
  }

  /** First letters of the nicknames of the answer, relays before bridges, in order. */
  private static String who(String request) {
    var answer = get(request);
    if (answer.statusCode() != 200) {
      return Integer.toString(answer.statusCode());
    }
    var tree = Tree.parse(answer.body());
    var names = new ArrayList<>(nicknames(tree, "relays"));
    names.add("/");
    names.addAll(nicknames(tree, "bridges"));
    return String.join(
        "",
        names.stream()
            .map(name -> name.substring(0, name.equals("TimMayTribute") ? 2 : 1))
            .toList());
  }

  /** T TorkaZ, F Ferrari458, Ti TimMayTribute; e, U and g the bridges. */
  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      textBlock =
          """
          /summary.json | TFTi/eUg
          /onionoo/summary | TFTi/eUg
          /onionoo/ | 400
          /onionoo/nothing | 400
          /Details | 400
          /nothing | 404
          /summary?what=yes | 400
          /summary?fingerprint=000C5F55BD4814B917CC474BD537F1A3B33CCE2A | 400
          /summary?Type=relay | 400
          /summary?type= | 400
          /summary?type=bridge | /eUg
          /summary?running=TRUE | F/g
          /summary?running= | 400
          /summary?search= | 400
          /summary?search=%20 | TFTi/eUg
          /summary?search=unnamed | /U
          /summary?search=$ | 400
          /summary?search=t | TTi/
          /summary?search=000C%205F55 | T/
          /summary?search=5F5 | /
          /summary?search=5aa14c08 | T/
          /summary?search=000 | T/eU
          /summary?search=$000 | T/eU
          /summary?search=AAxf | T/
          /summary?search=aaxf | /
          /summary?search=ABwTs6Vacbl3ymXshVOdecZTo/w= | 400
          /summary?search=62.216.201.22 | T/
          /summary?search=216.201 | /
          /summary?search=[2001:4f8:3:2e::51] | F/
          /summary?search=2001:4F8 | F/
          /summary?search=10.63 | /
          /summary?search=host_name:.de | T/
          /summary?search=os:windows | Ti/g
          /summary?search=contact:"klaus dot | 400
          /summary?search=contact:"\\"steven j. murdoch\\"" | Ti/
          /summary?search=contact:murdoch&contact=torkaz | T/
          /summary?search=type:bridge&type=relay | TFTi/
          /summary?search=limit:1 | 400
          /summary?search=search:x | 400
          /summary?search=nothing:x | 400
          /summary?search=lookup:0025C136C1F3A9EEFE2AE3F918F03BFA21B5070B | Ti/
          /summary?search=flag:Named 68.38. | F/
          /summary?search=Tork_Z | 400
          /summary?search=TorkaZ&search=gummy | T/
          /summary?search=torkaz  bulbil | 400
          /summary?search=ö | 400
          /summary?search=type:relay+TorkaZ | T/
          /summary?lookup=000C5F55BD4814B917CC474BD537F1A3B33CCE2A,0025c136c1f3a9eefe2ae3f918f03bfa21b5070b | TTi/
          /summary?lookup=0000831B236DFF73D409AD17B40E2A728A53994F | /e
          /summary?lookup= | 400
          /summary?lookup=$000C5F55BD4814B917CC474BD537F1A3B33CCE2A | 400
          /summary?lookup=000C5F55BD4814B917CC474BD537F1A3B33CCE2A, | 400
          /summary?country=DE | T/
          /summary?country=xz | /
          /summary?country=deu | 400
          /summary?country=__ | 400
          /summary?as=8767,7922 | TF/
          /summary?as=AS08767 | T/
          /summary?as=4294967295 | /
          /summary?as=4294967296 | 400
          /summary?as=8767, | 400
          /summary?as= | 400
          /summary?as_name=LIBERTY | Ti/
          /summary?as_name=comcast liberty | /
          /summary?as_name= | TFTi/
          /summary?as_name=ü | 400
          /summary?flag=v2dir | FTi/
          /summary?flag= | 400
          /summary?flag=Valid,Fast | 400
          /summary?flag=AAAAAAAAAAAAAAAAAAAAA | 400
          /summary?first_seen_days=6-7 | TFTi/
          /summary?first_seen_days=7 | FTi/
          /summary?first_seen_days=0-3 | /e
          /summary?first_seen_days=-3 | /e
          /summary?first_seen_days=8- | /Ug
          /summary?first_seen_days=- | TFTi/eUg
          /summary?first_seen_days= | 400
          /summary?first_seen_days=3-2 | 400
          /summary?first_seen_days=1-2-3 | 400
          /summary?first_seen_days=x | 400
          /summary?first_seen_days=2147483648 | 400
          /summary?last_seen_days=0 | F/g
          /summary?last_seen_days=1-4 | Ti/eU
          /summary?first_seen_since=2013-04-18 | T/e
          /summary?last_seen_since=2013-04-22 | FTi/g
          /summary?last_seen_since=2013-4-22 | 400
          /summary?last_seen_since=yesterday | 400
          /summary?contact=KLAUS gmx | T/
          /summary?contact=< | TTi/
          /summary?contact=nobody | /
          /summary?family=000C5F55BD4814B917CC474BD537F1A3B33CCE2A | TF/
          /summary?family=0025C136C1F3A9EEFE2AE3F918F03BFA21B5070B | Ti/
          /summary?family=001c13b3a55a71b977ca65ec85539d79c653a3fc | TF/
          /summary?family=0000000000000000000000000000000000000000 | /
          /summary?family=000C5F55BD4814B917CC474BD537F1A3B33CCE2A,001C13B3A55A71B977CA65EC85539D79C653A3FC | 400
          /summary?version=0.2.3 | TTi/
          /summary?version=0.2.3.24 | Ti/
          /summary?version=0.2.2.39,0.2.3.25 | T/e
          /summary?version=0.2.3.25.. | T/g
          /summary?version=0.2.4..0.2.3 | 400
          /summary?version=.. | 400
          /summary?version=a | 400
          /summary?version= | 400
          /summary?version=0.2. | TTi/eg
          /summary?version=0.2..3 | TTi/eg
          /summary?os= | TTi/g
          /summary?os=Windows 7 | /g
          /summary?os=inux | /
          /summary?host_name=DYNAMIC.MNET-ONLINE.DE | T/
          /summary?host_name=a b | 400
          /summary?host_name= | 400
          /summary?recommended_version=true | T/e
          /summary?recommended_version=FALSE | Ti/g
          /summary?recommended_version=maybe | 400
          /summary?overload_status=true | /
          /summary?overload_status=x | 400
          /summary?transport=obfs4 | /
          /summary?order=consensus_weight | TTiF/eUg
          /summary?order=-first_seen | TFTi/eUg
          /summary?order=-first_seen,-consensus_weight | TFTi/eUg
          /summary?order=FIRST_SEEN,CONSENSUS_WEIGHT | TiFT/gUe
          /summary?order= | 400
          /summary?order=nickname | 400
          /summary?order=consensus_weight,-consensus_weight | 400
          /summary?offset=1&limit=1 | F/
          /summary?offset=2&limit=2 | Ti/e
          /summary?offset=-5 | TFTi/eUg
          /summary?offset=999999 | /
          /summary?offset=1000000 | 400
          /summary?offset=x | 400
          /summary?offset= | 400
          /summary?limit=0 | /
          /summary?limit=999999 | TFTi/eUg
          /summary?limit=a | 400
          /summary?fields=n | TFTi/eUg
          /summary?fields=a-b | 400
          /weights?type=bridge | /
          """)
  void aRule(String request, String expected) {
    if (request.startsWith("/weights")) {
      assertThat(get(request).body()).contains("\"bridges\":[\n]");
      return;
    }
    assertThat(who(request)).isEqualTo(expected);
  }

  @Test
  void theEnvelopeIsOnionoos() {
    var body = get("/summary?offset=1&limit=1").body();

    assertThat(body)
        .isEqualTo(
            """
            {"version":"8.0",
            "relays_published":"2013-04-24 12:00:00",
            "relays_skipped":1,
            "relays":[
            {"n":"Ferrari458","f":"001C13B3A55A71B977CA65EC85539D79C653A3FC","a":["68.38.171.200","[2001:4f8:3:2e::51]"],"r":true}
            ],
            "relays_truncated":1,
            "bridges_published":"2013-04-24 01:07:04",
            "bridges":[
            ],
            "bridges_truncated":3}
            """);
  }

  @Test
  void detailsAreAsTheyCame() {
    var relay =
        Tree.parse(get("/details?lookup=000C5F55BD4814B917CC474BD537F1A3B33CCE2A").body())
            .get("relays")
            .each()
            .findFirst()
            .orElseThrow();

    assertThat(relay.get("or_addresses").texts()).contains("62.216.201.221:9001");
    assertThat(relay.get("contact").text()).startsWith("torkaz <klaus");
    assertThat(relay.get("effective_family").texts())
        .containsExactly("001C13B3A55A71B977CA65EC85539D79C653A3FC");
    assertThat(relay.has("exit_addresses")).isFalse();
  }

  @Test
  void onlyTheFieldsThatAreWanted() {
    var answer =
        get("/details?fields=FINGERPRINT,hashed_fingerprint,effective_family,flags,none").body();

    assertThat(answer)
        .contains(
            "{\"fingerprint\":\"0025C136C1F3A9EEFE2AE3F918F03BFA21B5070B\",\"flags\":[\"Fast\",\"Running\",\"Unnamed\",\"V2Dir\",\"Valid\"],\"effective_family\":[]}")
        .contains(
            "{\"hashed_fingerprint\":\"0002D9BDBBC230BD9C78FF502A16E0033EF87E0C\",\"flags\":[\"Valid\"]}");
    assertThat(get("/details?fields=none").body()).contains("[\n{},\n{},\n{}\n]");
    assertThat(get("/details?fields=effective_family&limit=1").body())
        .contains("{\"effective_family\":[\"001C13B3A55A71B977CA65EC85539D79C653A3FC\"]}");
  }

  @Test
  void headersAreThoseThatClientsKnow() {
    var answer = get("/details");

    assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
    assertThat(answer.headers().firstValue("Content-Type"))
        .contains("application/json;charset=utf-8");
    assertThat(answer.headers().firstValue("Cache-Control")).contains("public, max-age=2700");
    assertThat(answer.headers().firstValue("Last-Modified"))
        .contains("Wed, 24 Apr 2013 12:22:22 GMT");
  }

  @Test
  void whoHasItAlreadyIsToldSo() {
    assertThat(get("/details", "If-Modified-Since", "Wed, 24 Apr 2013 12:22:22 GMT").statusCode())
        .isEqualTo(304);
    assertThat(get("/details", "If-Modified-Since", "Wed, 24 Apr 2013 12:22:21 GMT").statusCode())
        .isEqualTo(200);
    assertThat(get("/details", "If-Modified-Since", "nonsense").statusCode()).isEqualTo(200);
    var tag = get("/details").headers().firstValue("ETag").orElseThrow();
    assertThat(get("/details", "If-None-Match", "\"x\", " + tag).statusCode()).isEqualTo(304);
    assertThat(get("/summary", "If-None-Match", tag).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/summary?running=maybe", "/SUMMARY"})
  void anErrorNamesTheRuleAndIsForEverybody(String request) {
    var answer = get(request);

    assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(Tree.parse(answer.body()).get("status").number()).isEqualTo(400);
    assertThat(Tree.parse(answer.body()).get("detail").text()).isNotBlank();
  }

  @Test
  void whatWasSentComesBackHarmless() {
    var answer = get("/summary?running=<script>alert(1)</script>");

    assertThat(answer.body()).doesNotContain("<").contains("running must be true or false");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bandwidth", "weights", "clients", "uptime"})
  void aNodeWithoutHistoriesIsNamedAllTheSame(String document) {
    var answer = Tree.parse(get("/" + document).body());

    assertThat(answer.get("relays").each().map(one -> one.get("fingerprint").text()))
        .hasSize(document.equals("clients") ? 0 : 3);
    assertThat(answer.get("bridges").each().map(one -> one.get("fingerprint").text()))
        .hasSize(document.equals("weights") ? 0 : 3);
  }
}
