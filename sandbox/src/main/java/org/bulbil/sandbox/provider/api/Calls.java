package org.bulbil.sandbox.provider.api;

import org.bulbil.core.time.Time;
import org.bulbil.sandbox.provider.endpoint.Endpoint;
import org.bulbil.sandbox.provider.estate.Estate;

/** Which code answers which endpoint. */
final class Calls {

  private final Estate estate;
  private final TokenCalls tokens;
  private final ServerCalls servers;
  private final CatalogueCalls catalogue;

  Calls(Estate estate, Time time) {
    this.estate = estate;
    tokens = new TokenCalls(estate, time);
    servers = new ServerCalls(estate);
    catalogue = new CatalogueCalls(estate);
  }

  Answer answer(Endpoint endpoint, Form form) {
    return switch (endpoint) {
      case MINT -> tokens.mint();
      case ADD -> tokens.add(form);
      case INVOICES -> tokens.invoices(form);
      case INVOICE -> tokens.invoice(form);
      case BALANCE -> tokens.balance(form);
      case TOKEN_INFO -> tokens.summary(form);
      case MESSAGES -> tokens.messages(form);
      case SEND_MESSAGE -> tokens.sendMessage(form);
      case LAUNCH -> servers.launch(form);
      case SERVERS -> servers.list(form);
      case SERVER -> servers.server(form);
      case UPDATE -> servers.update(form);
      case TOP_UP -> servers.topUp(form);
      case DELETE -> servers.act(form, estate::delete);
      case START -> servers.act(form, estate::start);
      case STOP -> servers.act(form, estate::stop);
      case REBOOT -> servers.act(form, estate::reboot);
      case REBUILD -> servers.act(form, estate::rebuild);
      case FORGET -> servers.act(form, estate::forget);
      case QUOTE -> catalogue.quote(form);
      case FLAVORS -> catalogue.flavors(form);
      case OPERATING_SYSTEMS -> catalogue.operatingSystems(form);
      case REGIONS -> catalogue.regions(form);
      case ACCEPTABLE_USE -> catalogue.acceptableUse();
      case CHANGELOG -> catalogue.changelog();
    };
  }
}
