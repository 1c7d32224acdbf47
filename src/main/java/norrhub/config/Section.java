package norrhub.config;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * A part of a file whose type another class knows, such as what stands under {@code reader: xml:}.
 * It keeps its place; {@link ConfigFiles#read(Section, Class)} binds it.
 */
public final class Section {
  private final Lines lines;
  private final JsonPointer at;
  private final JsonNode content;

  Section(Lines lines, JsonPointer at, JsonNode content) {
    this.lines = lines;
    this.at = at;
    this.content = content;
  }

  Lines lines() {
    return lines;
  }

  JsonPointer at() {
    return at;
  }

  JsonNode content() {
    return content;
  }

  /** A fault that concerns this part as a whole. */
  public Fault fault(String text) {
    return lines.fault(at, text);
  }
}
