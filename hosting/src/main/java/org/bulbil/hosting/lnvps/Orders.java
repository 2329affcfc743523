package org.bulbil.hosting.lnvps;

import static org.bulbil.hosting.json.Fields.required;

import java.util.Objects;
import java.util.Optional;
import org.bulbil.core.lease.LeaseId;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.hosting.ServerOrder;
import org.bulbil.hosting.json.JsonText;

/**
 * Orders machines. A machine has no name of ours, but each order brings an SSH key that is called
 * by its hostname, and the machine says with which key it was ordered.
 */
final class Orders {

  private final Wire wire;
  private final Shelf shelf;
  private final Optional<SshAccess> ssh;

  Orders(Wire wire, Shelf shelf, Optional<SshAccess> ssh) {
    this.wire = wire;
    this.shelf = shelf;
    this.ssh = ssh;
  }

  Outcome<LeaseId> place(NostrKey account, ServerOrder order) {
    return ssh.<Outcome<LeaseId>>map(access -> place(account, order, access))
        .orElseGet(
            () ->
                Outcome.refused(
                    "an order at LNVPS needs an SSH key to enter the machine with; none is set",
                    0));
  }

  private Outcome<LeaseId> place(NostrKey account, ServerOrder order, SshAccess access) {
    return shelf
        .template(order.plan(), order.region())
        .flatMap(
            template ->
                shelf
                    .image()
                    .flatMap(
                        image ->
                            key(account, order.hostname().value(), access.publicKey().line())
                                .flatMap(key -> create(account, template, image, key))));
  }

  /** The account's key of this name, made where there is none: also by an order that was lost. */
  private Outcome<Long> key(NostrKey account, String name, String publicKey) {
    return wire.get(account, "/api/v1/ssh-key", text -> find(text, name))
        .flatMap(found -> found.map(Outcome::done).orElseGet(() -> add(account, name, publicKey)));
  }

  private static Optional<Long> find(String text, String name) {
    return required("data", JsonText.read(Body.Keys.class, text).data()).stream()
        .filter(Objects::nonNull)
        .filter(key -> name.equals(key.name()))
        .findFirst()
        .map(key -> Reading.number("ssh_key.id", key.id()));
  }

  private Outcome<Long> add(NostrKey account, String name, String publicKey) {
    var body = JsonText.write(Body.NewKey.class, new Body.NewKey(name, publicKey));
    return wire.post(
        account,
        "/api/v1/ssh-key",
        body,
        text -> {
          var key = required("data", JsonText.read(Body.OneKey.class, text).data());
          return Reading.number("ssh_key.id", key.id());
        });
  }

  private Outcome<LeaseId> create(NostrKey account, long template, long image, long key) {
    var body = JsonText.write(Body.NewMachine.class, new Body.NewMachine(template, image, key));
    return wire.post(
        account,
        "/api/v1/vm",
        body,
        text -> Reading.leaseId(JsonText.read(Body.OneMachine.class, text).data()));
  }
}
