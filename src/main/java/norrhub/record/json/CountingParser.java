package norrhub.record.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import java.io.IOException;
import norrhub.record.BudgetedInputStream;
import norrhub.record.OverLimit;
import org.jspecify.annotations.Nullable;

/**
 * Counts the tokens and bytes of one record. Jackson's own limits are those of a whole document,
 * and eight megabytes of {@code {},} would be two hundred of objects.
 */
final class CountingParser extends JsonParserDelegate {
  private final BudgetedInputStream input;
  private final int most;
  private int tokens;

  CountingParser(JsonParser parser, BudgetedInputStream input, int most) {
    super(parser);
    this.input = input;
    this.most = most;
  }

  /** The next token, with which a record may begin: the counts of bytes and tokens do. */
  @Nullable JsonToken begin() throws IOException {
    input.renew();
    tokens = 0;
    return nextToken();
  }

  @Override
  public JsonToken nextToken() throws IOException {
    if (++tokens > most) {
      throw new OverLimit("record > " + most + " names and values");
    }
    return super.nextToken();
  }
}
