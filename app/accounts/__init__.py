"""Who is asking. One local user for now; everything else already belongs to a user."""
