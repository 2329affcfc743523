package org.bulbil.hosting.lnvps;

import io.avaje.jsonb.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The bodies of LNVPS's API, as they come: any field may be missing, unknown ones are skipped,
 * numbers keep all their digits. Every answer is wrapped in {@code data}.
 */
final class Body {

  private Body() {}

  @Json
  record Offers(@Nullable Templates data) {}

  @Json
  record Templates(@Nullable List<Template> templates) {}

  @Json(naming = Json.Naming.LowerUnderscore)
  record Template(
      @Nullable BigDecimal id,
      @Nullable String name,
      @Nullable String expires,
      @Nullable Integer cpu,
      @Nullable String cpuArch,
      @Nullable BigDecimal memory,
      @Nullable BigDecimal diskSize,
      @Nullable Integer ip4Count,
      @Nullable CostPlan costPlan,
      @Nullable Place region) {}

  @Json(naming = Json.Naming.LowerUnderscore)
  record CostPlan(
      @Nullable BigDecimal amount,
      @Nullable String currency,
      @Nullable Integer intervalAmount,
      @Nullable String intervalType) {}

  @Json
  record Place(@Nullable String name) {}

  @Json
  record Exchanges(@Nullable Prices data) {}

  @Json
  record Prices(@Nullable String base, @Nullable Map<String, BigDecimal> rates) {}

  @Json
  record Images(@Nullable List<Image> data) {}

  @Json(naming = Json.Naming.LowerUnderscore)
  record Image(
      @Nullable BigDecimal id,
      @Nullable String distribution,
      @Nullable String version,
      @Nullable String cpuArch,
      @Nullable String defaultUsername) {}

  @Json
  record Keys(@Nullable List<Key> data) {}

  @Json
  record OneKey(@Nullable Key data) {}

  @Json
  record Key(@Nullable BigDecimal id, @Nullable String name) {}

  @Json(naming = Json.Naming.LowerUnderscore)
  record NewKey(String name, String keyData) {}

  @Json(naming = Json.Naming.LowerUnderscore)
  record NewMachine(long templateId, long imageId, long sshKeyId) {}

  @Json
  record Machines(@Nullable List<Machine> data, @Nullable Integer total) {}

  @Json
  record OneMachine(@Nullable Machine data) {}

  @Json(naming = Json.Naming.LowerUnderscore)
  record Machine(
      @Nullable BigDecimal id,
      @Nullable String created,
      @Nullable String expires,
      @Nullable Image image,
      @Nullable Template template,
      @Nullable Key sshKey,
      @Nullable List<Assignment> ipAssignments,
      @Nullable Running status,
      @Nullable List<HostKey> hostSshKeys) {}

  @Json
  record Assignment(@Nullable String ip) {}

  @Json
  record Running(@Nullable String state) {}

  @Json(naming = Json.Naming.LowerUnderscore)
  record HostKey(@Nullable String keyType, @Nullable String publicKey) {}

  @Json
  record OnePayment(@Nullable Payment data) {}

  @Json
  record Payments(@Nullable List<Payment> data) {}

  @Json(naming = Json.Naming.LowerUnderscore)
  record Payment(
      @Nullable String id,
      @Nullable String created,
      @Nullable String expires,
      @Nullable BigDecimal amount,
      @Nullable BigDecimal tax,
      @Nullable BigDecimal processingFee,
      @Nullable String currency,
      @Nullable Boolean isPaid,
      @Nullable String paidAt,
      @Nullable Way data) {}

  @Json
  record Way(@Nullable Deposit onchain) {}

  @Json
  record Deposit(@Nullable String address, @Nullable String outpoint) {}
}
