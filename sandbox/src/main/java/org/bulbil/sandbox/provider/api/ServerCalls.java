package org.bulbil.sandbox.provider.api;

import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.sandbox.provider.api.reply.LaunchReply;
import org.bulbil.sandbox.provider.api.reply.ServerReply;
import org.bulbil.sandbox.provider.api.reply.ServersReply;
import org.bulbil.sandbox.provider.book.MachineId;
import org.bulbil.sandbox.provider.book.Token;
import org.bulbil.sandbox.provider.catalogue.Backend;
import org.bulbil.sandbox.provider.estate.Estate;
import org.bulbil.sandbox.provider.estate.Order;
import org.bulbil.sandbox.provider.estate.Server;

/** What may be asked about a token's servers. */
final class ServerCalls {

  private static final Pattern HOSTNAME = Pattern.compile("^[0-9A-Za-z_. -]*$");
  private static final int HOSTNAME_MAX = 128;
  private static final int USER_DATA_MAX = 65_536;
  private static final int SLUG_MAX = 200;
  private static final int SSH_KEY_MAX = 16_384;
  private static final int DAYS_MAX = 90;

  /** Where a launch names no provider: the original's default, deprecated there. */
  private static final Backend DEFAULT_BACKEND = Backend.DIGITALOCEAN;

  private final Estate estate;

  ServerCalls(Estate estate) {
    this.estate = estate;
  }

  Answer launch(Form form) {
    var token = form.token();
    var _ = form.body("ssh_key").text(1, SSH_KEY_MAX);
    var order =
        new Order(
            CatalogueCalls.backend(form.body("provider")).orElse(DEFAULT_BACKEND),
            form.body("flavor").text(1, SLUG_MAX),
            form.body("operating_system").text(1, SLUG_MAX),
            form.body("region").textIfAny(1, SLUG_MAX),
            form.body("days").wholeIfAny(1, DAYS_MAX),
            form.body("autorenew").flagIfAny().orElse(false),
            form.body("hostname").textIfAny(0, HOSTNAME_MAX, HOSTNAME).orElse(""),
            form.body("user_data").textIfAny(0, USER_DATA_MAX));
    return form.answer(
        () ->
            Answer.of(
                estate.launch(token, order),
                machine -> Answer.json(new LaunchReply(machine.value()))));
  }

  /** Deleted servers only where asked for; forgotten ones only where asked for by that word. */
  Answer list(Form form) {
    var token = form.token();
    var hostname = form.query("hostname").textIfAny(0, HOSTNAME_MAX);
    var deleted = form.query("include_deleted").flagIfAny().orElse(false);
    var forgotten = form.query("include_forgotten").flagIfAny().orElse(false);
    return form.answer(
        () ->
            servers(
                estate.servers(token).stream()
                    .filter(server -> hostname.isEmpty() || isNamed(server, hostname.get()))
                    .filter(server -> server.isForgotten() ? forgotten : isShown(server, deleted))
                    .toList()));
  }

  private static boolean isNamed(Server server, String hostname) {
    return server.hostname().equals(hostname);
  }

  private static boolean isShown(Server server, boolean deleted) {
    return deleted || !server.hasEnded();
  }

  private static Answer servers(List<Server> servers) {
    return Answer.json(new ServersReply(servers.stream().map(ServerReply::of).toList()));
  }

  Answer server(Form form) {
    var token = form.token();
    var machine = form.machine();
    return form.answer(
        () ->
            Answer.of(
                estate.server(token, machine), server -> Answer.json(ServerReply.of(server))));
  }

  Answer update(Form form) {
    var hostname = form.body("hostname").textIfAny(0, HOSTNAME_MAX, HOSTNAME);
    var autorenew = form.body("autorenew").flagIfAny();
    return act(form, (token, machine) -> estate.update(token, machine, hostname, autorenew));
  }

  Answer topUp(Form form) {
    var days = form.body("days").whole(1, DAYS_MAX);
    return act(form, (token, machine) -> estate.topUp(token, machine, days));
  }

  /** Does something to the server in the path and answers nothing. */
  Answer act(Form form, BiFunction<Token, MachineId, Outcome<Server>> deed) {
    var token = form.token();
    var machine = form.machine();
    return form.answer(() -> Answer.of(deed.apply(token, machine), _ -> Answer.nothing()));
  }
}
