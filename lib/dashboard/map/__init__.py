"""The map: places of a view in the colours of a measure, drawn without a graphics card."""
