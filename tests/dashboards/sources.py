"""What the sources say, taken from them once: the words that the loaded data must have."""

# What the Written Statement calls the areas, as the inspectors quoted it.
AREAS = {
    "A1": "the absence of strategic leadership and vision to drive the SEND reforms",
    "A2": "the lack of understanding and practice of co-production at the heart of all strategic considerations",
    "A3": "the failure to ensure joined-up working so that all agencies and services are working together for "
    "children and young people with SEND",
    "A4": "the poor sharing of important information from health services both between different health "
    "disciplines and other external agencies",
    "A5": "the widespread unawareness and misunderstanding of the local offer",
    "A6": "the inaccurate and inconsistent identification of SEND at school level",
    "A7": "the ignorance of children and young people's EHC plans by some key health practitioners",
    "A8": "the defective arrangements for joint commissioning",
}
# Of each finding with its sub-points: first words, last words, number of sub-points, number of words.
FINDINGS_OF_2024 = {
    "PA1": (
        "Leaders across the partnership should ensure that the SEND strategy",
        "governance to ensure that the pace of improvement is maintained.",
        0,
        43,
    ),
    "PA2": (
        "Leaders across the partnership should work collaboratively and effectively to",
        "and professionals' access to an effective, well-resourced educational psychology service.",
        2,
        62,
    ),
    "PA3": (
        "Leaders across the partnership should improve the quality and availability",
        "old have access to a locally agreed neurodevelopmental diagnostic pathway.",
        3,
        92,
    ),
    "PA4": (
        "Leaders across the partnership should improve preparation for adulthood from",
        "strategy to embed preparation for adulthood effectively across the partnership.",
        0,
        40,
    ),
    "PA5": (
        "Leaders across the partnership should establish and implement a strategic",
        "children and young people with SEND from birth to 25.",
        0,
        25,
    ),
    "PA6": (
        "Leaders across the partnership should further improve the quality of",
        "people's EHC plans so that their experiences and outcomes improve.",
        4,
        87,
    ),
    "AFI1": (
        "Leaders across the partnership should improve communication to professionals, parents",
        "provide parents, carers and other stakeholders with sufficiently accurate information.",
        0,
        57,
    ),
    "AFI2": (
        "Leaders across the partnership should continue to develop the range",
        "EOTAS, providing support so that this policy is clearly understood.",
        0,
        52,
    ),
    "AFI3": (
        "Leaders across the partnership should work collaboratively to create a",
        "children and young people with SEND, from birth to 25.",
        0,
        50,
    ),
}
# The letter of 19 June 2019: how the part on each area ends, before its judgement, and its number of words.
LAST_WORDS_OF_THE_LETTER = {
    "A1": ("listen, they do not always trust them to act.", 219),
    "A2": ("is evident in a place where it was non-existent.", 242),
    "A3": ("early stage, which reduces referrals to other services later.", 117),
    "A4": ("people and their families must routinely repeat their story.", 121),
    "A5": ("when compared to the same period in previous years.", 131),
    "A6": ("positive about schools' understanding of SEND, particularly around autism.", 178),
    "A7": ("too often, the EHC plans were education plans only.", 150),
    "A8": ("the needs of children, young people and their families.", 73),
}
# The report of 21 January 2019: each point under “What we've done to date”, in its order.
POINTS_OF_2019 = {
    "A1": [
        "SEND Partnership Board is now well established with Terms of Reference and constructive challenge "
        "at Board meetings",
        "Workshops have been held with Bury Governors Association, School Governors to understand their role "
        "in schools for SEND",
        "SEND is now included in the NHS Bury CCG Commissioning Intentions 2018/19 strategy document with "
        "accountability through the CCG's governance structure",
        "An updated Self-View has been developed (as at January 2019) with the Board in preparation for "
        "re-inspection by Ofsted and CQC",
    ],
    "A5": [
        "Working group of Council officers, parents and participation worker has been established to review "
        "accessibility; re-design the look and content of Local Offer.",
        "Parents, children and young people have been asked for their views of what they wanted the website "
        "to look like and have been consulted on the logo, landing pages and design features.",
        "The launch of new Bury SEND Local Offer website is planned in March.",
    ],
    "A2": [
        "Parents now involved in Boards & decision making forums",
        "Very positive feedback from a Parents Co-Production Event run by Bury2gether 18 May 2018 with over "
        "120 attendees. Outputs are actively informing the work-streams for the Local Offer, Commissioning, "
        "Co-Production, and Social Opportunities.",
        "Now more resources in the local authority for Participation, Engagement and Co-production work; "
        "also a Professionals Interest Group has been established",
        "There are various mechanisms for children and young people to have a voice: STARS group; the "
        'emerging SEND Youth Forum; "Have your say" events though more is planned in this area of engagement',
        "Representatives of the SEND Youth Forum attend SEND Partnership Board meetings",
        "A Co- production Strategy and Co-Production Charter has now developed for Bury",
    ],
    "A8": [
        "Bury (Council & CCG) Joint Commissioning Statement produced",
        "Parents now a member of the Joint Commissioning Group",
        "The SEND Rapid Needs Assessment completed (part of the JSNA)",
        "Work started on a Joint Commissioning Strategy but the momentum and commitment needs to be sustained",
        "CCG piloting a new model of sensory Occupational Therapy assessments",
        "Work started on re-design of the neurodevelopmental assessment care pathway",
    ],
    "A6": [
        "SEMH Partnerships have been set up to facilitate a standardised approach to Early Identification",
        "2 Inclusion Managers appointed for the Primary Schools and recruitment planned for a Secondary "
        "Inclusion Manager in the spring term",
        "Implementation of a borough wide Inclusion Quality Mark",
        "4 tier structure of needs developed which gives a hierarchy of pupil presentation and guidance on "
        "interventions and services to support Early Intervention dependent on the incidence of needs",
        "Early Help has been restructured so that needs are identified at an early stage of concern which "
        "move on the scale to an Early Help support model",
        "SENCO network meetings held termly to ensure the school work-force understand the new approach to "
        "Early Intervention and the graduated approach",
        "Work has been done with schools on the basic provision required to meet pupils' SEMH needs using a "
        "baseline behaviour assessment of the child/young person and modifying the school behaviour policy "
        "to the child's needs.",
        "Pupil panels have been established within the SEMH Partnerships to discuss pupil needs against "
        "evidence and find local solutions",
        "PRU's have de-designed their offer to meet the needs of this cohort and provide the type of support "
        "that schools require.",
        "An MDT approach to crisis cases has reduced exclusions but is heavy on resources",
    ],
}
# Cabinet minutes of 2024, item 219.
CABINET = [
    "Cabinet noted: A review is being conducted of Educational Psychology Services, and Cabinet will receive "
    "this update via a separate report.",
    "Cabinet noted: A comprehensive and effective Outreach offer is being reviewed and codesigned, in "
    "accordance with current capacity to determine service delivery that is aligned with our strategic "
    "objectives, and which addresses our challenges. This service has recently been restructured and is "
    "considered sufficient at this time.",
    "Cabinet noted: Further exploration of the Liquid Logic SEND Portal is required to establish functionality "
    "and efficiencies and consider how it can support our identified issues. Data cleansing is currently "
    "underway to migrate the information to the data system and the anticipated timeframe for completion is "
    "December 2024.",
    "Cabinet noted: The SEND Assessment and Review Team comprises of staff with varying knowledge, experience "
    "and skills. There is a need for a core programme of training and development to support Continued "
    "Professional Development (CPD) and improve service delivery.",
    "Cabinet approved: Additional capacity in the SEND Service",
    "Cabinet approved: Designated Social Care Officer (DSCO)",
    "Cabinet approved: Training costs",
    "Cabinet approved: Project management",
]
# The press release after the revisit, notes to editor.
ANNOUNCED = [
    "Improving, possibly though new technology, the ways in which information is recorded and shared. This "
    "should ensure consistency and accuracy, and reduce delays.",
    "Creating an additional specialist nurse role, focusing on children aged 14-25 with a learning disability, "
    "to improve their transition to adult services.",
    "An audit of all education, health and care plans will be completed within four weeks to ensure consistent "
    "high quality health outcomes are contained within every plan.",
    "Plans will be co-produced with children, young people and their families.",
    "Ensure that any training needs of health care professionals will be carried out.",
    "Work is under way to establish a joint health and social care commissioning team, with executive "
    "leadership and aligned budgets, to drive through the recommendations.",
    "Joined-up ways of working, and a single point of access, to simplify the system for parents and ensure "
    "they only have to ‘tell their story’ once.",
]
# Scrutiny papers of 30 June 2022.
CONDITIONS = [
    "Strengthen Special Education Needs assessment and placement process.",
    "Ensure robust planning for future provision, including reducing the use of independent school placements "
    "by increasing the availability and suitability of local provision within Bury. This should include "
    "developing a model for forecasting future needs.",
    "Improve quality and timeliness of management information to enable evaluation of the impact of central services.",
    "Support and drive schools in Bury to meet a higher level of need in a more cost-effective way within "
    "mainstream settings, while maintaining the quality of provision. Develop a culture in which demand is more "
    "effectively managed throughout the authority.",
    "Remodel financial practice to ensure accurate contributions from appropriate funding sources.",
]
# The same papers: each workstream and the last word of its description.
WORKSTREAMS = [
    ("Workforce", "service."),
    ("Practice & Processes", "forefront."),
    ("Strategy and Finance", "way."),
    ("Planning for future provision", "possible."),
    ("Technology and Data", "system."),
    ("Graduated Approach", "SEN."),
]
