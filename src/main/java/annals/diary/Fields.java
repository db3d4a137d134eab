package annals.diary;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An object of JSON whose fields are texts, numbers, flags and lists of such objects.
 *
 * <p>Its readers throw {@link IllegalArgumentException} where a field is missing or another thing.
 */
record Fields(Map<String, Object> values) {
  static Fields read(JsonParser json) throws IOException {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw new IllegalArgumentException("no object");
    }
    return object(json);
  }

  private static Fields object(JsonParser json) throws IOException {
    Map<String, Object> values = new HashMap<>();
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      values.put(
          name,
          switch (json.nextToken()) {
            case VALUE_STRING -> json.getText();
            case VALUE_NUMBER_INT -> json.getIntValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case START_ARRAY -> array(json);
            default -> throw new IllegalArgumentException(name);
          });
    }
    return new Fields(values);
  }

  private static List<Fields> array(JsonParser json) throws IOException {
    List<Fields> items = new ArrayList<>();
    for (JsonToken token = json.nextToken();
        token != JsonToken.END_ARRAY;
        token = json.nextToken()) {
      if (token != JsonToken.START_OBJECT) {
        throw new IllegalArgumentException("a list of something else");
      }
      items.add(object(json));
    }
    return items;
  }

  private <T> T get(String name, Class<T> type) {
    Object value = values.get(name);
    if (!type.isInstance(value)) {
      throw new IllegalArgumentException("no " + name);
    }
    return type.cast(value);
  }

  String text(String name) {
    return get(name, String.class);
  }

  int number(String name) {
    return get(name, Integer.class);
  }

  boolean flag(String name) {
    return get(name, Boolean.class);
  }

  @SuppressWarnings("unchecked")
  List<Fields> list(String name) {
    return (List<Fields>) get(name, List.class);
  }
}
