package norrhub.record.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.CharConversionException;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import norrhub.record.OverLimit;

/**
 * Where the records of a format's JSON stand.
 *
 * @param list where the format says that the list is
 * @param lists that and where else it may be
 * @param single what shows a file to be one record
 */
record JsonRecordLocator(JsonPointer list, Set<JsonPointer> lists, Optional<JsonPointer> single) {

  static JsonRecordLocator of(JsonSettings settings) {
    JsonPointer list = JsonPointer.compile(settings.records());
    Set<JsonPointer> lists = new HashSet<>(Set.of(list));
    settings.elsewhere().forEach(pointer -> lists.add(JsonPointer.compile(pointer)));
    return new JsonRecordLocator(
        list, Set.copyOf(lists), settings.single().map(JsonPointer::compile));
  }

  /** Whether the array that the parser has just entered is the list. */
  Optional<JsonPointer> list(JsonParser tokens) {
    return Optional.of(tokens.getParsingContext().getParent().pathAsPointer())
        .filter(lists::contains);
  }

  /**
   * Whether a file is one record. What comes first decides, the list or the mark of a single
   * record; what cannot be read is left to those who read it in earnest.
   */
  boolean isSingle(CountingParser tokens) throws IOException {
    if (single.isEmpty()) {
      return false;
    }
    try {
      for (JsonToken token = tokens.begin(); token != null; token = tokens.begin()) {
        if (token == JsonToken.START_ARRAY && list(tokens).isPresent()) {
          return false;
        }
        if (token.isScalarValue() || token == JsonToken.START_OBJECT) {
          JsonPointer here =
              token == JsonToken.START_OBJECT
                  ? tokens.getParsingContext().getParent().pathAsPointer()
                  : tokens.getParsingContext().pathAsPointer();
          if (here.equals(single.get())) {
            return true;
          }
        }
      }
      return false;
    } catch (JsonProcessingException | CharConversionException | OverLimit e) {
      return false;
    }
  }
}
