package org.bulbil.sandbox.provider.api;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import org.bulbil.sandbox.provider.api.reply.AmountReply;
import org.bulbil.sandbox.provider.api.reply.FlavorReply;
import org.bulbil.sandbox.provider.api.reply.OperatingSystemReply;
import org.bulbil.sandbox.provider.api.reply.RegionReply;
import org.bulbil.sandbox.provider.catalogue.Backend;
import org.bulbil.sandbox.provider.estate.Estate;

/** What may be asked without a token: what is on offer, and at what price. */
final class CatalogueCalls {

  private static final int DAYS_MAX = 90;

  private final Estate estate;

  CatalogueCalls(Estate estate) {
    this.estate = estate;
  }

  static Optional<Backend> backend(Field field) {
    var slugs = Arrays.stream(Backend.values()).map(Backend::slug).toArray(String[]::new);
    return field.oneOf(slugs).flatMap(Backend::named);
  }

  Answer quote(Form form) {
    var flavor = form.query("flavor").text(1, 200);
    var days = form.query("days").whole(1, DAYS_MAX);
    var backend = backend(form.query("provider")).orElse(Backend.DIGITALOCEAN);
    return form.answer(
        () ->
            Answer.of(
                estate.quote(backend, flavor, days), cents -> Answer.json(AmountReply.of(cents))));
  }

  Answer flavors(Form form) {
    var wanted = wanted(form);
    return form.answer(
        () ->
            Answer.list(
                FlavorReply.class,
                estate.catalogue().flavors().stream()
                    .filter(flavor -> wanted.test(flavor.backend()))
                    .map(FlavorReply::of)
                    .toList()));
  }

  Answer regions(Form form) {
    var wanted = wanted(form);
    return form.answer(
        () ->
            Answer.list(
                RegionReply.class,
                estate.catalogue().regions().stream()
                    .filter(region -> wanted.test(region.backend()))
                    .map(RegionReply::of)
                    .toList()));
  }

  Answer operatingSystems(Form form) {
    var wanted = wanted(form);
    return form.answer(
        () ->
            Answer.list(
                OperatingSystemReply.class,
                estate.catalogue().operatingSystems().stream()
                    .filter(system -> wanted.test(system.backend()))
                    .map(OperatingSystemReply::of)
                    .toList()));
  }

  private static Predicate<Backend> wanted(Form form) {
    var backend = backend(form.query("provider"));
    return candidate -> backend.isEmpty() || backend.get() == candidate;
  }

  Answer acceptableUse() {
    return Answer.text("text/markdown; charset=utf-8", Texts.ACCEPTABLE_USE);
  }

  Answer changelog() {
    return Answer.text("text/markdown; charset=utf-8", Texts.CHANGELOG);
  }
}
