package norrhub.normalise;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Writes sanitised HTML as plain text: a blank line between paragraphs, a bullet before items. */
final class HtmlText implements NodeVisitor {
  private static final Set<String> BLOCKS = Set.of("p", "ul", "ol", "h2", "h3", "h4");

  private final StringBuilder text = new StringBuilder();

  static String of(String sanitisedHtml) {
    HtmlText writer = new HtmlText();
    Jsoup.parseBodyFragment(sanitisedHtml).body().traverse(writer);
    return writer
        .text
        .toString()
        .replaceAll(" *\n *", "\n")
        .replaceAll("\n{3,}", "\n\n")
        .replaceAll("• ?\\s*", "• ")
        .strip();
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof TextNode words) {
      text.append(words.getWholeText().replaceAll("[\\s\\u00a0]+", " "));
    } else if (BLOCKS.contains(node.nodeName())) {
      text.append("\n\n");
    } else if (node.nodeName().equals("li")) {
      text.append("\n• ");
    } else if (node.nodeName().equals("br")) {
      text.append('\n');
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (BLOCKS.contains(node.nodeName())) {
      text.append("\n\n");
    }
  }
}
