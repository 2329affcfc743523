package org.bulbil.sandbox.provider.api.reply;

import io.avaje.jsonb.Json;
import java.util.List;
import org.bulbil.sandbox.provider.catalogue.Flavor;

/**
 * A size of server.
 *
 * @param memory megabytes
 * @param disk gigabytes
 * @param price cents a day
 * @param ipv4 {@code /32}, or empty where it has none
 * @param ipv6 {@code /128}: every server has one
 * @param bandwidthPerMonth terabytes, whatever the original's comments say
 * @param type {@code vps} or {@code baremetal}
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record FlavorReply(
    String slug,
    int cores,
    int memory,
    int disk,
    long price,
    String ipv4,
    String ipv6,
    double bandwidthPerMonth,
    String provider,
    String architecture,
    String type,
    List<String> features) {

  public static FlavorReply of(Flavor flavor) {
    var hasIpv4 = flavor.network() == Flavor.Network.IPV4;
    return new FlavorReply(
        flavor.slug(),
        flavor.cores(),
        flavor.memoryMb(),
        flavor.diskGb(),
        flavor.rent().value(),
        hasIpv4 ? "/32" : "",
        "/128",
        flavor.trafficTb(),
        flavor.backend().slug(),
        "x86_64",
        "vps",
        List.of());
  }
}
