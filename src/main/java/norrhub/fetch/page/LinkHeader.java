package norrhub.fetch.page;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The Link header of RFC 8288, of which only {@code rel="next"} is of use. */
final class LinkHeader {
  private static final Pattern LINK =
      Pattern.compile(
          "<([^>]*+)>((?:\\s*+;\\s*+[^\\s;,=]++(?:\\s*+=\\s*+(?:\"[^\"]*+\"|[^\\s;,]*+))?+)*+)");
  private static final Pattern REL =
      Pattern.compile("(?i);\\s*+rel\\s*+=\\s*+(?:\"([^\"]*+)\"|([^\\s;,]*+))");
  private static final int LONGEST = 10_000;

  private LinkHeader() {}

  static Optional<String> next(List<String> values) {
    return values.stream()
        .filter(value -> value.length() <= LONGEST)
        .flatMap(value -> LINK.matcher(value).results())
        .filter(link -> isNext(link.group(2)))
        .map(link -> link.group(1).strip())
        .findFirst();
  }

  private static boolean isNext(String parameters) {
    return REL.matcher(parameters)
        .results()
        .findFirst()
        .map(LinkHeader::words)
        .filter(words -> Arrays.stream(words).anyMatch("next"::equalsIgnoreCase))
        .isPresent();
  }

  private static String[] words(MatchResult rel) {
    return (rel.group(1) == null ? rel.group(2) : rel.group(1)).strip().split("\\s+");
  }
}
