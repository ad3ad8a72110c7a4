"""What `veerkracht simulate --households 300 --reform vrijlating_15_eerder --json` says: a page needs no run for it."""

from __future__ import annotations

from typing import Any

OUTCOME: dict[str, Any] = {
    "date": "2026-03-01",
    "source": "synthetisch",
    "seed": 20261129,
    "figures": "d6e72f8f4c5d6948",
    "assumed": [
        "loon",
        "kale_huur",
        "servicekosten",
        "vermogen",
        "leeftijd_ouder",
        "opvang",
        "overig_netto_inkomen",
        "maanden_algemene_vrijlating",
        "maanden_vrijlating_alleenstaande_ouder",
        "loonheffingskorting_bij",
    ],
    "households": 300,
    "reform": {
        "sentence": "Wat als de nieuwe vrijlating van 15 procent niet op 1 januari 2027 ingaat maar al "
        "op 1 januari 2026?",
        "source": "Participatiewet art. 34a (Wet Participatiewet in balans, Stb. 2025, 312; fasering "
        "volgens Gemeente.nu: 1-1-2027). Het eerder ingaan is een vraag, geen voorstel.",
        "date": "2025-09-04",
        "status": "wet",
        "leaves_out": [
            "Geeft geen extra maanden: na twaalf maanden houdt de vrijlating op, tenzij de gemeente verlengt."
        ],
    },
    "indicators": {
        "sample": 300,
        "stands_for": 350867.0,
        "without_answer": {"share": 0.016667, "standard_error": 0.007391, "households": 5847.783333},
        "losers": {"share": 0.0, "standard_error": 0.0, "households": 0.0},
        "loss_of_losers": 0.0,
        "winners": {"share": 0.030508, "standard_error": 0.010013, "households": 10526.01},
        "gain_of_winners": 57.855445,
        "by_kind": [
            {
                "name": "bijstand zonder werk",
                "sample": 48,
                "before": 2832.877778,
                "after": 2832.877778,
                "standard_error": 0.0,
            },
            {
                "name": "bijstand met werk",
                "sample": 9,
                "before": 2872.934047,
                "after": 2930.789492,
                "standard_error": 16.510251,
            },
            {
                "name": "werk zonder bijstand",
                "sample": 189,
                "before": 3690.401943,
                "after": 3690.401943,
                "standard_error": 0.0,
            },
            {
                "name": "ander inkomen",
                "sample": 49,
                "before": 2865.166531,
                "after": 2865.166531,
                "standard_error": 0.0,
            },
        ],
        "by_hours": [
            {
                "name": "werkt niet",
                "sample": 97,
                "before": 2849.188591,
                "after": 2849.188591,
                "standard_error": 0.0,
            },
            {
                "name": "werkt 1 tot 12 uur",
                "sample": 13,
                "before": 2249.213962,
                "after": 2264.087208,
                "standard_error": 8.216537,
            },
            {
                "name": "werkt 12 tot 20 uur",
                "sample": 18,
                "before": 2894.820545,
                "after": 2911.305895,
                "standard_error": 9.952187,
            },
            {
                "name": "werkt 20 tot 28 uur",
                "sample": 45,
                "before": 3513.42594,
                "after": 3514.106173,
                "standard_error": 0.672633,
            },
            {
                "name": "werkt 28 tot 35 uur",
                "sample": 65,
                "before": 3792.077343,
                "after": 3792.077343,
                "standard_error": 0.0,
            },
            {
                "name": "werkt 35 uur of meer",
                "sample": 57,
                "before": 4165.028557,
                "after": 4165.028557,
                "standard_error": 0.0,
            },
        ],
        "cost_per_year": {
            "ontvangen_bijstand": 7307843.949612,
            "zorgtoeslag": 0.0,
            "kindgebonden_budget": 0.0,
            "huurtoeslag": 0.0,
            "kinderopvangtoeslag": 0.0,
            "kinderbijslag": 0.0,
            "inkomstenbelasting": -4066232.236555,
            "alles samen": 7307843.949612,
        },
        "independent": {
            "before": {"share": 0.583333, "standard_error": 0.028464, "households": 204672.416667},
            "after": {"share": 0.583333, "standard_error": 0.028464, "households": 204672.416667},
        },
        "independent_by_its_own_threshold": {
            "share": 0.583333,
            "standard_error": 0.028464,
            "households": 204672.416667,
        },
        "flat": {
            "before": {"share": 0.015152, "standard_error": 0.008681, "households": 3508.67},
            "after": {"share": 0.0, "standard_error": 0.0, "households": 0.0},
        },
        "reclaim_after_half_a_year": [99.967304, 99.967304],
        "hours_needed": [16.0, 16.0],
        "over_three_years": {
            "today": 997.596738,
            "reform": 1344.956012,
            "reform_extended": 4034.868037,
            "starting_today": 3025.975041,
            "starting_reform": 1344.956012,
            "starting_reform_extended": 4034.868037,
        },
    },
    "summary": [
        "Eén maand zegt hier te weinig, want een vrijlating houdt op. Wie nu naast bijstand begint te "
        "werken, houdt in 36 maanden gemiddeld €\xa03.026 volgens de regels van nu, €\xa01.345 na de "
        "hervorming, en €\xa04.035 als de gemeente steeds verlengt.",
        "Wie al werkt en een deel van die maanden al gebruikt heeft, houdt in de komende 36 maanden "
        "gemiddeld €\xa0998 volgens de regels van nu, €\xa01.345 na de hervorming, en €\xa04.035 als "
        "de gemeente steeds verlengt.",
        "Niemand gaat erop achteruit.",
        "3,1% (± 2,0) gaat erop vooruit, gemiddeld €\xa058 per maand.",
        "Samen kost het per jaar ongeveer 7,3 miljoen euro.",
        "Van wie werkt houdt nu 1,5% (± 1,7) van een uur extra minder dan een tiende over; daarna "
        "0,0% (± 0,0).",
        "Economisch zelfstandig is nu 58,3% (± 5,7), daarna 58,3% (± 5,7) (met dezelfde grens).",
        "Bij 1,7% (± 1,5) geeft de wet geen antwoord of ontbreekt iets; zij tellen niet mee.",
    ],
    "remarks": [],
    "assumptions": [
        "Gerekend op de wet van 2026.",
        "Dit staat in de wet; alleen het moment is hier anders.",
        "Dit is een oefening: gedrag blijft zoals het is, niemand gaat meer of minder werken.",
        "Iedereen vraagt aan waar recht op is; in het echt laat ongeveer 10 procent huurtoeslag "
        "liggen en 15 procent kindgebonden budget (CPB 2019).",
        "De kosten zijn die van het eerste jaar, zonder uitvoering.",
        "De huishoudens zijn synthetisch: verzonnen, naar openbare cijfers over eenoudergezinnen. "
        "Niemand ervan bestaat.",
        "Hoe uren, huur en kinderen samenhangen is aangenomen en nergens mee vergeleken; dus ook "
        "niet wie wint en wie verliest.",
    ],
    "seconds": 1.566,
    "households_per_second": 192,
}
