package norrhub.normalise.text;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.HtmlStreamEventReceiver;
import org.owasp.html.HtmlStreamEventReceiverWrapper;
import org.owasp.html.PolicyFactory;

/**
 * Makes strangers' HTML safe to show: paragraphs, lists, emphasis, small headings and links, and
 * nothing else. What else made a block becomes a paragraph, so that words do not run together.
 */
public final class HtmlSanitizer {
  private static final Pattern ABSOLUTE = Pattern.compile("(?is)\\s*(?:https?://|mailto:).*");

  private static final PolicyFactory POLICY =
      new HtmlPolicyBuilder()
          .allowElements(
              "p", "br", "ul", "ol", "li", "strong", "em", "b", "i", "h2", "h3", "h4", "a")
          .allowAttributes("href")
          .matching((element, attribute, value) -> link(value))
          .onElements("a")
          .allowUrlProtocols("http", "https", "mailto")
          .requireRelsOnLinks("nofollow", "noopener")
          .withPreprocessor(Plainer::new)
          .toFactory();

  private HtmlSanitizer() {}

  public static String sanitised(String html) {
    return POLICY.sanitize(PlainText.seen(html)).replace("<p></p>", "").strip();
  }

  private static @Nullable String link(String value) {
    return target(value).orElse(null);
  }

  /** Where a link may lead. */
  private static Optional<String> target(String written) {
    String address = PlainText.line(written);
    return MailAddress.isLink(address) ? MailAddress.link(address) : WebAddress.read(address);
  }

  /** Links of HTML that looks for one to the web or to a mailbox and leads nowhere it may. */
  public static List<String> deadLinks(String html) {
    if (!html.contains("href") && !html.contains("HREF")) {
      return List.of();
    }
    return Jsoup.parseBodyFragment(html).select("a[href]").stream()
        .map(link -> link.attr("href"))
        .filter(href -> ABSOLUTE.matcher(href).matches() && target(href).isEmpty())
        .toList();
  }

  /** Gives foreign elements the nearest name that is allowed, before they are balanced. */
  private static final class Plainer extends HtmlStreamEventReceiverWrapper {
    private static final Set<String> CELLS = Set.of("td", "th");
    private static final Map<String, String> NAMES =
        Stream.of(
                Stream.of(
                        "div",
                        "section",
                        "article",
                        "header",
                        "footer",
                        "main",
                        "aside",
                        "tr",
                        "blockquote",
                        "pre",
                        "dt",
                        "dd",
                        "address",
                        "figcaption",
                        "center",
                        "table")
                    .map(block -> Map.entry(block, "p")),
                CELLS.stream().map(cell -> Map.entry(cell, "span")),
                Stream.of(Map.entry("h1", "h2"), Map.entry("h5", "h4"), Map.entry("h6", "h4")))
            .flatMap(names -> names)
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    Plainer(HtmlStreamEventReceiver next) {
      super(next);
    }

    @Override
    public void openTag(String name, List<String> attributes) {
      underlying.openTag(NAMES.getOrDefault(name, name), attributes);
      if (CELLS.contains(name)) {
        underlying.text(" ");
      }
    }

    @Override
    public void closeTag(String name) {
      underlying.closeTag(NAMES.getOrDefault(name, name));
    }

    /** Once more, for characters that were written as entities. */
    @Override
    public void text(String text) {
      underlying.text(PlainText.seen(text));
    }
  }
}
