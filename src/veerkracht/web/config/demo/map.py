"""The map of a demo family, through the map's own actions.

A family's file has these tables under the person they belong to (all fields but those marked * may be left out):

    [[people.map.nodes]]
    id = "oma"                # * a name of your own, to refer to below; nobody sees it
    name = "Oma"              # * first name or role only, at most 60 characters
    ring = "micro"            # * micro | meso | exo | macro
    kind = "person"           # person | organisation | rule | circumstance
    group = "family"          # home | family | friends | neighbours | work | school | help | municipality | other
    closeness = "close"       # close | normal | far: where she puts it herself
    angle = 300.0             # degrees clockwise from the top, only when she placed it herself
    tie = "support"           # support | pressure | both | broken | possible; left out: nothing said yet
    direction = "receives"    # receives | gives | both, seen from her; needed with support, pressure and both
    strength = "strong"       # strong | moderate | weak
    support = "PO"            # letters: E listens, P practical, G company, A advice, O minding children,
                              # L example in work, D expectations
    note = "Donderdag misschien."   # her words, at most 200 characters
    is_wish = true            # an empty place: not there yet, but wished
    role_model = true
    do_not_contact = true
    only_hers = true          # only she herself sees it

    [[people.map.betweens]]   # a contact between two others
    first = "school"          # * ids of nodes
    second = "hulp"           # *
    state = "silent"          # * in_touch | works_together | silent | contradictory | information_lost
    lost = "De school weet niet wanneer er therapie is."
    mended_by = "klantmanager"  # klantmanager | municipality | employer | school | care | network
    only_hers = true

    [[people.map.factors]]    # a barrier or an opening, in her words
    ring = "exo"              # * micro | meso | exo | macro
    text = "De opvang stopt."  # * at most 300 characters; up to 64 it stands on the picture itself
    effect = "hinders"        # * hinders | helps | both
    nodes = ["gemeente"]      # ids it belongs to
    said_by = "mother"        # mother | klantmanager | other
    owner = "municipality"    # klantmanager | municipality | employer | school | care | signal,
                              # and on micro and meso also network and mother; never on exo and macro
    owner_node = "gemeente"   # who that is, when it stands on the map
    wish = "De gemeente betaalt door."
    seed = "B23"              # the item of the method it was coded with, if any
    only_hers = true

    [[people.map.snapshots]]  # the map of another day: its own small map, drawn and kept before the present one
    label = "Voor de taalles"  # *
    days_ago = 200            # *
    nodes = ["oma", "school"]  # * ids of the nodes above that stood on it
    changes = [ { id = "oma", tie = "both" } ]  # how those differed then

    [people.map.wished]       # the map as she wishes it: begins as a copy of the present one
    changes = [ { id = "oma", tie = "support", direction = "both" } ]
    nodes = [ { name = "Collega's in de keuken", ring = "micro", group = "work", tie = "support", direction = "both" } ]

    [people.map]
    made_days_ago = 16        # when the map was drawn together
"""
