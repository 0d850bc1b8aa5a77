"""The table of commitments: columns, order, groups, ticked rows; drawn as HTML by `view`."""
