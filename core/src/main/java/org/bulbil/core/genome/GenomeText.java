package org.bulbil.core.genome;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The encoding of a genome: a version, then {@code name=value} for each gene, joined by ';'. */
final class GenomeText {

  /** Another version would mean that older readers can no longer make sense of it. */
  private static final String VERSION = "1";

  /** Far above what eight genes and their successors need. */
  private static final int MAX_LENGTH = 512;

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

  private GenomeText() {}

  static String write(Genome genome) {
    var numbers =
        genome.values().entrySet().stream()
            .map(gene -> ";" + gene.getKey().key() + "=" + gene.getValue())
            .collect(Collectors.joining());
    return VERSION + ";region=" + genome.region() + ";plan=" + genome.plan() + numbers;
  }

  static Genome read(String text) {
    var genes = split(text);
    var values = new EnumMap<Gene, Integer>(Gene.class);
    for (var gene : Gene.values()) {
      values.put(gene, gene.clamp(number(gene, genes)));
    }
    return new Genome(required(genes, "region"), required(genes, "plan"), values);
  }

  private static Map<String, String> split(String text) {
    if (text.length() > MAX_LENGTH || !text.startsWith(VERSION + ";")) {
      throw new IllegalArgumentException(
          "a genome must begin with '%s;' and have at most %d characters: %s"
              .formatted(VERSION, MAX_LENGTH, text.substring(0, Math.min(40, text.length()))));
    }
    var genes = new HashMap<String, String>();
    for (var word : text.substring(VERSION.length() + 1).split(";", -1)) {
      var pair = word.split("=", 2);
      if (pair.length < 2 || genes.putIfAbsent(pair[0], pair[1]) != null) {
        throw new IllegalArgumentException("a gene must stand once, as name=value: " + word);
      }
    }
    return genes;
  }

  private static String required(Map<String, String> genes, String name) {
    var value = genes.get(name);
    if (value == null) {
      throw new IllegalArgumentException("a genome must name its " + name);
    }
    return value;
  }

  private static long number(Gene gene, Map<String, String> genes) {
    var text = genes.get(gene.key());
    if (text == null) {
      return gene.usual();
    }
    if (!NUMBER.matcher(text).matches()) {
      throw new IllegalArgumentException("gene " + gene.key() + " is not a number: " + text);
    }
    return Long.parseLong(text);
  }
}
