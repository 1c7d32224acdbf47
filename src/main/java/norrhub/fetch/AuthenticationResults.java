package norrhub.fetch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a mail server found out about the sender of a mail and wrote into the header {@code
 * Authentication-Results} (RFC 8601).
 *
 * <p>Anybody can write such a header. It is worth what the server is worth that it names, and only
 * where that server takes out what pretends to be its own, as the RFC asks of it.
 *
 * @param server the name by which the server goes there, in lower case
 */
public record AuthenticationResults(String server, List<Result> results) {
  private static final Pattern PAIR =
      Pattern.compile(
          "(?:^|\\s)([A-Za-z][\\w.-]*)(?:\\s*/\\s*\\d+)?\\s*=\\s*(\"(?:[^\"\\\\]|\\\\.)*\"|[^\\s\"]*)");

  public AuthenticationResults {
    results = List.copyOf(results);
  }

  /** Empty for what is no such header. */
  public static Optional<AuthenticationResults> parse(String header) {
    List<String> pieces = pieces(header);
    String server = unquoted(pieces.get(0).strip().split("\\s+", 2)[0]).toLowerCase(Locale.ROOT);
    if (server.isEmpty() || server.contains("=")) {
      return Optional.empty();
    }
    List<Result> results = new ArrayList<>();
    pieces.subList(1, pieces.size()).forEach(piece -> Result.parse(piece).ifPresent(results::add));
    return Optional.of(new AuthenticationResults(server, results));
  }

  /**
   * Whether the mail comes from whom it says: DMARC passed for the domain of the address, or, where
   * the domain has no such policy, a signature or the sending server is of the domain.
   */
  public boolean prove(String address) {
    String domain = domain(address);
    List<Result> dmarc = results.stream().filter(result -> result.method.equals("dmarc")).toList();
    if (dmarc.stream().anyMatch(result -> result.passed() && result.isAbout(domain))) {
      return dmarc.stream().allMatch(Result::passed);
    }
    return dmarc.stream().allMatch(result -> result.value.equals("none"))
        && results.stream().anyMatch(result -> result.passed() && result.isAlignedWith(domain));
  }

  private static String domain(String address) {
    return address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
  }

  private static String unquoted(String text) {
    return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
        ? text.substring(1, text.length() - 1).replaceAll("\\\\(.)", "$1")
        : text;
  }

  /** What stands between semicolons, without comments; a sign within quotes is only a sign. */
  private static List<String> pieces(String header) {
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    boolean quoted = false;
    int comments = 0;
    for (int i = 0; i < header.length(); i++) {
      char sign = header.charAt(i);
      if (sign == '\\' && (quoted || comments > 0)) {
        i++;
        if (quoted && i < header.length()) {
          piece.append(sign).append(header.charAt(i));
        }
      } else if (!quoted && sign == '(') {
        comments++;
      } else if (comments > 0) {
        comments -= sign == ')' ? 1 : 0;
      } else if (!quoted && sign == ';') {
        pieces.add(piece.toString());
        piece.setLength(0);
      } else {
        quoted ^= sign == '"';
        piece.append(sign);
      }
    }
    pieces.add(piece.toString());
    return pieces;
  }

  /**
   * What one method of authentication said.
   *
   * @param method dkim, spf, dmarc
   * @param value pass, fail, none
   * @param properties what it is about, such as {@code header.d}
   */
  public record Result(String method, String value, Map<String, String> properties) {
    public Result {
      properties = Map.copyOf(properties);
    }

    static Optional<Result> parse(String piece) {
      Matcher pair = PAIR.matcher(piece);
      if (!pair.find()) {
        return Optional.empty();
      }
      String method = pair.group(1).toLowerCase(Locale.ROOT);
      String value = unquoted(pair.group(2)).toLowerCase(Locale.ROOT);
      Map<String, String> properties = new HashMap<>();
      while (pair.find()) {
        properties.putIfAbsent(
            pair.group(1).toLowerCase(Locale.ROOT),
            unquoted(pair.group(2)).toLowerCase(Locale.ROOT));
      }
      return Optional.of(new Result(method, value, properties));
    }

    boolean passed() {
      return value.equals("pass");
    }

    private boolean isAbout(String domain) {
      return properties.getOrDefault("header.from", domain).equals(domain);
    }

    /**
     * Whether the domain itself, or one that it lies below, signed or sent the mail. A domain below
     * it may be somebody else's.
     */
    private boolean isAlignedWith(String domain) {
      String own =
          switch (method) {
            case "dkim" ->
                properties.getOrDefault("header.d", properties.getOrDefault("header.i", ""));
            case "spf" -> properties.getOrDefault("smtp.mailfrom", "");
            default -> "";
          };
      String responsible = domain(own);
      return responsible.contains(".")
          && (domain.equals(responsible) || domain.endsWith("." + responsible));
    }
  }
}
