package norrhub.normalise.text;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Writes sanitised HTML as plain text: a blank line between paragraphs, a bullet before items. */
public final class HtmlText implements NodeVisitor {
  private static final Set<String> BLOCKS = Set.of("p", "ul", "ol", "h2", "h3", "h4");
  private static final int BLANK_LINE = 2;

  private final StringBuilder text = new StringBuilder();

  /** Line ends and bullet that are owed before the next words. */
  private int lineEnds;

  private String bullet = "";

  public static String of(String sanitisedHtml) {
    HtmlText writer = new HtmlText();
    Jsoup.parseBodyFragment(sanitisedHtml).body().traverse(writer);
    return writer.text.toString().strip();
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof TextNode words) {
      write(words.text());
    } else if (BLOCKS.contains(node.nodeName())) {
      lineEnds = BLANK_LINE;
    } else if (node.nodeName().equals("li")) {
      lineEnds = Math.max(lineEnds, 1);
      bullet = "• ";
    } else if (node.nodeName().equals("br")) {
      lineEnds = Math.min(lineEnds + 1, BLANK_LINE);
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (BLOCKS.contains(node.nodeName())) {
      lineEnds = BLANK_LINE;
    }
  }

  private void write(String words) {
    boolean begins = text.isEmpty() || lineEnds > 0;
    String piece = begins ? words.stripLeading() : words;
    if (piece.isEmpty()) {
      return;
    }
    if (begins) {
      while (!text.isEmpty() && text.charAt(text.length() - 1) == ' ') {
        text.setLength(text.length() - 1);
      }
      text.append("\n".repeat(text.isEmpty() ? 0 : lineEnds)).append(bullet);
      lineEnds = 0;
      bullet = "";
    }
    text.append(piece);
  }
}
