package norrhub.board.event;

/**
 * One message.
 *
 * @param type such as {@code vacancy.upserted.v1}
 * @param group the vacancy's id: messages of one group stay in order
 * @param json the CloudEvent
 */
public record Event(String type, String group, String json) {}
