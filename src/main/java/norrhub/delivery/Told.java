package norrhub.delivery;

import norrhub.notice.Notice;

/** What a notice says of which record, wherever that stands. */
public record Told(String key, String code, String field, String value) {
  public static Told of(Notice notice) {
    return new Told(
        notice.key(),
        notice.finding().kind().code(),
        notice.finding().field(),
        notice.finding().value());
  }
}
