package norrhub.normalise.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import norrhub.notice.Finding;
import norrhub.notice.NoticeKind;

/** Reads clean lines of a limited length; what is longer is cut, and a finding says so. */
public final class BoundedLines {
  private final TextCleaner lines;
  private final NoticeKind tooLong;
  private final List<Finding> findings;

  /**
   * @param findings to which it adds
   */
  public BoundedLines(TextCleaner lines, NoticeKind tooLong, List<Finding> findings) {
    this.lines = lines;
    this.tooLong = tooLong;
    this.findings = findings;
  }

  public Optional<String> of(JsonNode node, String field, int longest) {
    Optional<String> line = lines.of(node);
    if (line.filter(text -> text.length() > longest).isEmpty()) {
      return line;
    }
    findings.add(tooLong.about(field, line.get()));
    return line.map(text -> cut(text, longest));
  }

  /** Cut between two characters, with a sign that there was more. */
  public static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(longest - 2)) ? longest - 2 : longest - 1;
    return text.substring(0, end).strip() + "…";
  }
}
