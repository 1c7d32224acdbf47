package norrhub.fetch;

import java.util.List;
import java.util.Locale;

/** The addresses, and domains written as {@code @domain}, whose mails are read. */
public record SenderAllowList(List<String> allowed) {
  public SenderAllowList {
    allowed = allowed.stream().map(a -> a.toLowerCase(Locale.ROOT)).toList();
  }

  public boolean allow(String address) {
    String sender = address.toLowerCase(Locale.ROOT);
    int at = sender.lastIndexOf('@');
    return at > 0 && (allowed.contains(sender) || allowed.contains(sender.substring(at)));
  }
}
