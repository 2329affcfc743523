package org.bulbil.atlas.page;

import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.Utf8ByteOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/** Writes pages by their templates, which escape everything. */
@SuppressWarnings("NullAway") // Generated code takes null for "no interceptor".
final class Html {

  private Html() {}

  static byte[] list(ListPage page) {
    return written(out -> JtelistGenerated.render(out, null, page));
  }

  static byte[] relay(RelayPage page) {
    return written(out -> JterelayGenerated.render(out, null, page));
  }

  static byte[] lineage(LineagePage page) {
    return written(out -> JtelineageGenerated.render(out, null, page));
  }

  static byte[] family(FamilyPage page) {
    return written(out -> JtefamilyGenerated.render(out, null, page));
  }

  static byte[] listed(Frame frame) {
    return written(out -> JtelistedGenerated.render(out, null, frame));
  }

  static byte[] tip(TipPage page) {
    return written(out -> JtetipGenerated.render(out, null, page));
  }

  static byte[] payment(PaymentPage page) {
    return written(out -> JtepaymentGenerated.render(out, null, page));
  }

  static byte[] pledges(PledgesPage page) {
    return written(out -> JtepledgesGenerated.render(out, null, page));
  }

  static byte[] pledge(PledgePage page) {
    return written(out -> JtepledgeGenerated.render(out, null, page));
  }

  static byte[] about(Frame frame) {
    return written(out -> JteaboutGenerated.render(out, null, frame));
  }

  /** A page that says why there is no other. */
  static byte[] sorry(Frame frame, String words) {
    return written(out -> JtesorryGenerated.render(out, null, frame, words));
  }

  private static byte[] written(Consumer<HtmlTemplateOutput> template) {
    var utf8 = new Utf8ByteOutput();
    template.accept(new OwaspHtmlTemplateOutput(utf8));
    var bytes = new ByteArrayOutputStream(utf8.getContentLength());
    try {
      utf8.writeTo(bytes::write);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
