package io.hydrant.core.stream;

import java.util.List;

public record TagDeliveryStream(List<Tag> tags) {}
