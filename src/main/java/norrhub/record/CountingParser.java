package norrhub.record;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import java.io.IOException;

/**
 * Counts the tokens of one record. Jackson's own limits are those of a whole document, and eight
 * megabytes of {@code {},} would be two hundred of objects.
 */
final class CountingParser extends JsonParserDelegate {
  private final int most;
  private int tokens;

  CountingParser(JsonParser parser, int most) {
    super(parser);
    this.most = most;
  }

  void renew() {
    tokens = 0;
  }

  @Override
  public JsonToken nextToken() throws IOException {
    if (++tokens > most) {
      throw new OverLimit("record > " + most + " names and values");
    }
    return super.nextToken();
  }
}
